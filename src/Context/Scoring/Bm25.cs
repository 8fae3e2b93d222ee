namespace Parsimony.Context;

/// <summary>
/// Okapi BM25 (Robertson and Zaragoza 2009) over the items of one request: rare words of the query count for more, repeated ones for
/// less each time, and long items need more of them. How rare a word is comes from the request itself.
/// </summary>
internal static class Bm25
{
    private const double K1 = 0.9;
    private const double B = 0.75;

    /// <summary>Scores items.</summary>
    /// <param name="items">The term vectors of each item; an item may have several texts or none.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="scores">Receives a score of 0 or more for each item.</param>
    public static void Score(IReadOnlyList<IReadOnlyList<TermVector>> items, TermVector query, Span<double> scores)
    {
        scores.Clear();
        var lengths = new int[items.Count];
        var total = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var vector in items[i])
            {
                lengths[i] += vector.Length;
            }

            total += lengths[i];
        }

        if (total == 0)
        {
            return;
        }

        var average = (double)total / items.Count;
        var counts = new int[items.Count];
        foreach (var term in query.Terms)
        {
            var holders = Count(items, term, counts);
            if (holders == 0)
            {
                continue;
            }

            var rarity = Math.Log(1 + ((items.Count - holders + 0.5) / (holders + 0.5)));
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                {
                    scores[i] += rarity * counts[i] * (K1 + 1) / (counts[i] + (K1 * (1 - B + (B * lengths[i] / average))));
                }
            }
        }
    }

    private static int Count(IReadOnlyList<IReadOnlyList<TermVector>> items, ulong term, int[] counts)
    {
        var holders = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var count = 0;
            foreach (var vector in items[i])
            {
                count += vector.CountOf(term);
            }

            counts[i] = count;
            holders += count > 0 ? 1 : 0;
        }

        return holders;
    }
}
