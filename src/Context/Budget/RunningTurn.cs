namespace Parsimony.Context;

/// <summary>
/// The turn that is being worked on: all that stands behind the newest user message. The model needs it to go on, so it goes before all
/// that is older. Where it is too large, what is seen again refers to the newest one, and its longest tool results are shortened; then
/// its oldest items go; the newest one stays.
/// </summary>
internal sealed class RunningTurn(FitWork work, ToolResultShortener results, bool refersToRepeats)
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
        if (refersToRepeats)
        {
            ReferToRepeats(items, found);
        }

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
    private int Shorten(List<ContextItem> items, List<CompactableText> found, int room, int least)
    {
        var tokens = items.Sum(work.TokensOf);
        var limit = EqualLimit.Of(found.Select(static r => r.Tokens), room - (Unshortened(items, found) - found.Sum(static r => r.Tokens)));
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

    // The tokens with every result that may be shortened as it came, and references in the place of the others.
    private int Unshortened(List<ContextItem> items, List<CompactableText> found)
    {
        var places = found.Select(static r => r.MessageIndex).ToHashSet();
        return items.SelectMany(static i => i.MessageIndexes).Sum(m => places.Contains(m) ? work.OriginalTokens[m] : work.Tokens[m]);
    }

    private void ReferToRepeats(List<ContextItem> items, List<CompactableText> found)
    {
        var seen = SeenResults.Find(work, items);
        foreach (var (from, _, text) in ResultReferences.Find(seen, seen, tellsDifferences: false))
        {
            if (results.Put(from.Place, text))
            {
                found.Remove(from.Place);
            }
        }
    }
}
