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
            RemoveHopeless(items, found, room);
            tokens = Shorten(items, found, room, items.Count > 1 ? LeastResultTokens : 0);
            if (tokens <= room || items.Count <= 1)
            {
                return tokens;
            }

            RemoveOldest(items, found, 1);
        }
    }

    // Without its oldest items a turn is shorter and its results may be longer, so the fewest that must go are found by halving.
    private void RemoveHopeless(List<ContextItem> items, List<CompactableText> found, int room)
    {
        var costs = new RunningTurnCosts(work, items, found);
        var (fewest, most) = (0, items.Count - 1);
        while (fewest < most)
        {
            var middle = fewest + ((most - fewest) / 2);
            if (costs.TokensWithout(middle) <= room || costs.LimitWithout(middle, room) >= LeastResultTokens)
            {
                most = middle;
            }
            else
            {
                fewest = middle + 1;
            }
        }

        RemoveOldest(items, found, fewest);
    }

    private static void RemoveOldest(List<ContextItem> items, List<CompactableText> found, int count)
    {
        var gone = items.Take(count).SelectMany(static i => i.MessageIndexes).ToHashSet();
        found.RemoveAll(r => gone.Contains(r.MessageIndex));
        items.RemoveRange(0, count);
    }

    // All results get the same limit, so that the longest give first.
    private int Shorten(List<ContextItem> items, List<CompactableText> found, int room, int least)
    {
        var tokens = items.Sum(work.TokensOf);
        var limit = new RunningTurnCosts(work, items, found).LimitWithout(0, room);
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

    private void ReferToRepeats(List<ContextItem> items, List<CompactableText> found)
    {
        var seen = SeenResults.Find(work, items);
        var referring = new HashSet<CompactableText>();
        foreach (var (from, _, text) in ResultReferences.Find(seen, seen, tellsDifferences: false))
        {
            if (results.Put(from.Place, text))
            {
                referring.Add(from.Place);
            }
        }

        found.RemoveAll(referring.Contains);
    }
}
