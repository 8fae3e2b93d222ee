namespace Parsimony.QuickStart.Columns;

/// <summary>BM25 as textbooks have it (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75): words as they stand, no stemming, nothing else.</summary>
internal sealed class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, int>[] counts;
    private readonly double[] lengths;
    private readonly Dictionary<string, double> rarity;

    public Bm25(IReadOnlyList<string> documents)
    {
        counts = [.. documents.Select(text => Words(text).CountBy(word => word).ToDictionary(StringComparer.Ordinal))];
        var mean = counts.Average(words => (double)words.Values.Sum());
        lengths = [.. counts.Select(words => words.Values.Sum() / mean)];
        rarity = counts.SelectMany(words => words.Keys).CountBy(word => word).ToDictionary(
            word => word.Key, word => Math.Log(1 + ((documents.Count - word.Value + 0.5) / (word.Value + 0.5))), StringComparer.Ordinal);
    }

    /// <summary>Orders the documents by their score for a question, best first; equals stay in their order.</summary>
    /// <returns>The indexes of all documents.</returns>
    public IEnumerable<int> Rank(string question)
    {
        var words = Words(question).Where(rarity.ContainsKey).Distinct(StringComparer.Ordinal).ToList();
        return Enumerable.Range(0, counts.Length).OrderByDescending(document => words.Sum(word => Score(word, document)));
    }

    private double Score(string word, int document)
    {
        var count = counts[document].GetValueOrDefault(word);
        return rarity[word] * count * (K1 + 1) / (count + (K1 * (1 - B + (B * lengths[document]))));
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
