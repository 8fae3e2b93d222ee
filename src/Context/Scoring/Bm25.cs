namespace Parsimony.Context;

/// <summary>
/// Okapi BM25 (Robertson and Zaragoza 2009) over the items of one request: rare words of the query count for more, repeated ones for
/// less each time, and long items need more of them. How rare a word is comes from the request itself.
/// </summary>
/// <remarks>
/// With a model, an item that lacks a word of the query but has one of similar meaning counts as if it held a part of the word
/// (<see cref="NearWords"/>), in its score and in how rare the word is.
/// </remarks>
internal static class Bm25
{
    private const double K1 = 0.9;
    private const double B = 0.75;

    /// <summary>Scores items.</summary>
    /// <param name="items">The term vectors of each item; an item may have several texts or none.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="scores">Receives a score of 0 or more for each item.</param>
    /// <param name="model">Tells which words are near in meaning; the vectors must have been read with it.</param>
    /// <returns>Whether a word of the query itself is in any item.</returns>
    public static bool Score(IReadOnlyList<IReadOnlyList<TermVector>> items, TermVector query, Span<double> scores, ILocalEmbedding? model = null)
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
            return false;
        }

        var norms = new double[items.Count];
        var average = (double)total / items.Count;
        for (var i = 0; i < norms.Length; i++)
        {
            norms[i] = K1 * (1 - B + (B * lengths[i] / average));
        }

        var hits = Find(items, query, out var holders);
        if (model is null || query.WordIds.IsEmpty)
        {
            foreach (var (term, item, count) in hits)
            {
                scores[item] += Part(Rarity(items.Count, holders[term]), count, norms[item]);
            }
        }
        else
        {
            ScoreWithNearWords(items, query, hits, norms, scores, model);
        }

        return hits.Count > 0;
    }

    private static void ScoreWithNearWords(
        IReadOnlyList<IReadOnlyList<TermVector>> items, TermVector query, List<(int Term, int Item, int Count)> hits, double[] norms, Span<double> scores, ILocalEmbedding model)
    {
        // By term, so that the counts of one are at hand together.
        hits.Sort(static (left, right) => left.Term != right.Term ? left.Term.CompareTo(right.Term) : left.Item.CompareTo(right.Item));
        using var near = new NearWords(model, items);
        var counts = new float[items.Count];
        var next = 0;
        for (var term = 0; term < query.Terms.Length; term++)
        {
            if (query.WordIds[term] >= 0)
            {
                near.Find(query.WordIds[term], counts);
            }
            else
            {
                Array.Clear(counts);
            }

            for (; next < hits.Count && hits[next].Term == term; next++)
            {
                counts[hits[next].Item] = hits[next].Count;
            }

            var holders = 0.0;
            foreach (var count in counts)
            {
                holders += Math.Min(count, 1);
            }

            var rarity = Rarity(items.Count, holders);
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                {
                    scores[i] += Part(rarity, counts[i], norms[i]);
                }
            }
        }
    }

    private static double Rarity(int items, double holders) => Math.Log(1 + ((items - holders + 0.5) / (holders + 0.5)));

    private static double Part(double rarity, double count, double norm) => rarity * count * (K1 + 1) / (count + norm);

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
