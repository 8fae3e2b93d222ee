namespace Parsimony.Context;

/// <summary>
/// The turn that is being worked on: all that stands behind the newest user message. The model needs it to go on, so it goes before all
/// that is older. Where it is too large, its longest tool results are shortened first; then its oldest items go; the newest one stays.
/// </summary>
internal sealed class RunningTurn(FitWork work, ToolResultShortener results)
{
    /// <summary>Below so many tokens a result says too little; older items go instead.</summary>
    private const int LeastResultTokens = 64;

    /// <summary>Makes the turn fit.</summary>
    /// <param name="items">The items of the turn, oldest first. What does not fit is taken out.</param>
    /// <param name="room">The tokens there are for it.</param>
    /// <returns>The tokens it takes: at most <paramref name="room"/>, or what its newest item takes at the very least.</returns>
    public int Fit(List<ContextItem> items, int room)
    {
        var tokens = items.Sum(work.TokensOf);
        if (tokens <= room)
        {
            return tokens;
        }

        var found = results.Find(items.SelectMany(static i => i.MessageIndexes));
        while (true)
        {
            tokens = Shorten(items, found, room, items.Count > 1 ? LeastResultTokens : 0);
            if (tokens <= room || items.Count <= 1)
            {
                return tokens;
            }

            var oldest = items[0].MessageIndexes;
            found.RemoveAll(r => oldest.Contains(r.MessageIndex));
            items.RemoveAt(0);
        }
    }

    // All results get the same limit, so that the longest give first.
    private int Shorten(List<ContextItem> items, List<ToolResult> found, int room, int least)
    {
        var tokens = items.Sum(work.TokensOf);
        var limit = Limit(found, room - (items.Sum(work.OriginalTokensOf) - found.Sum(static r => r.Tokens)));
        while (tokens > room && found.Count > 0 && limit >= least)
        {
            foreach (var result in found)
            {
                if (result.Tokens > limit)
                {
                    results.Shorten(result, limit);
                }
            }

            tokens = items.Sum(work.TokensOf);
            if (limit == 0)
            {
                break;
            }

            // What frames a text may count a little more around a shortened one.
            limit = Math.Max(0, limit - 1 - ((tokens - room) / found.Count));
        }

        return tokens;
    }

    /// <summary>The largest limit c for which the results, each cut to c tokens, have at most <paramref name="room"/> tokens.</summary>
    private static int Limit(List<ToolResult> found, int room)
    {
        var left = found.Count;
        foreach (var tokens in found.Select(static r => r.Tokens).Order())
        {
            if ((long)tokens * left > room)
            {
                return Math.Max(room, 0) / left;
            }

            room -= tokens;
            left--;
        }

        return int.MaxValue;
    }
}
