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
        var hits = Find(items, query, out var holders);
        foreach (var (term, item, count) in hits)
        {
            var rarity = Math.Log(1 + ((items.Count - holders[term] + 0.5) / (holders[term] + 0.5)));
            scores[item] += rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * lengths[item] / average))));
        }
    }

    // Looks the shorter list up in the longer one, so that neither a long item nor a long query takes its time with each of the other.
    private static List<(int Term, int Item, int Count)> Find(IReadOnlyList<IReadOnlyList<TermVector>> items, TermVector query, out int[] holders)
    {
        var hits = new List<(int Term, int Item, int Count)>();
        var counts = new int[query.Terms.Length];
        holders = new int[query.Terms.Length];
        for (var item = 0; item < items.Count; item++)
        {
            var first = hits.Count;
            foreach (var vector in items[item])
            {
                vector.AddCounts(query, counts, item, hits);
            }

            for (var i = first; i < hits.Count; i++)
            {
                var term = hits[i].Term;
                hits[i] = (term, item, counts[term]);
                counts[term] = 0;
                holders[term]++;
            }
        }

        return hits;
    }
}
