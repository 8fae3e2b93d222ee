namespace Parsimony.Context;

/// <summary>Says in which order passages are taken: those that score best first, then beginning and end before the middle.</summary>
internal static class PassageRanking
{
    private const double NeighbourShare = 0.5;

    /// <summary>Scores passages by the words that they share with a query.</summary>
    public static PassageScorer By(TextQuery query) => (text, passages) =>
        query.Score(passages.Count, i => TermVector.Of(text.AsSpan(passages[i].Start, passages[i].Length)));

    /// <summary>Ranks passages.</summary>
    /// <returns>Their indexes, best first.</returns>
    public static int[] Rank(string text, IReadOnlyList<Passage> passages, PassageScorer scorer)
    {
        var order = FromBothEnds(passages.Count);
        if (order.Length == 0)
        {
            return order;
        }

        var scores = scorer(text, passages);
        if (!scores.AsSpan().ContainsAnyExcept(0))
        {
            return order;
        }

        var smoothed = new double[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            smoothed[i] = scores[i]
                + (i > 0 ? NeighbourShare * scores[i - 1] : 0)
                + (i + 1 < scores.Length ? NeighbourShare * scores[i + 1] : 0);
        }

        // The beginning says what the rest is about, so it goes before everything; the sort is stable.
        return [order[0], .. order.Skip(1).OrderByDescending(i => smoothed[i])];
    }

    // Two from the beginning, one from the end, and so on towards the middle.
    private static int[] FromBothEnds(int count)
    {
        var order = new int[count];
        var head = 0;
        var tail = count - 1;
        for (var i = 0; i < count; i++)
        {
            order[i] = i % 3 == 2 ? tail-- : head++;
        }

        return order;
    }
}
