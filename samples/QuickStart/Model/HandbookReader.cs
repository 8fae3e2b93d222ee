using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// Finds the article, among those it is given, that best answers a question. It stands for the model's understanding, so it
/// shares nothing with the scorer that decides which articles the model gets: no code, and no weight that depends on how rare
/// a word is. Deterministic and thread-safe.
/// </summary>
internal sealed class HandbookReader(TextFeatures features)
{
    /// <summary>The score below which the reader says that it does not know: with the whole handbook it costs less than one right answer in a hundred.</summary>
    public const double Floor = 0.65;

    private const double TitleWeight = 4;
    private const double FirstParagraphWeight = 2;
    private const double RestWeight = 0.5;
    private const double NormPower = 0.8;

    private readonly Lock gate = new();
    private readonly Dictionary<HandbookArticle, int> known = [];
    private readonly Dictionary<string, List<(int Article, double Value)>> occurrences = new(StringComparer.Ordinal);

    /// <summary>Finds the best article.</summary>
    /// <param name="question">The customer's message.</param>
    /// <param name="articles">The articles in the model's context.</param>
    /// <returns>The article, or <see langword="null"/> where none reaches <see cref="Floor"/>.</returns>
    public HandbookArticle? Find(string question, IReadOnlyList<HandbookArticle> articles)
    {
        var asked = new Dictionary<string, double>(StringComparer.Ordinal);
        features.AddTo(asked, question, 1);
        lock (gate)
        {
            int[] numbers = [.. articles.Select(Learn)];
            var scores = Score(asked.Keys);
            var (best, bestScore) = (-1, Floor);
            for (var i = 0; i < numbers.Length; i++)
            {
                if (scores[numbers[i]] > bestScore)
                {
                    (best, bestScore) = (i, scores[numbers[i]]);
                }
            }

            return best < 0 ? null : articles[best];
        }
    }

    /// <summary>Scores every article ever seen; what is not in the context now is ignored by the caller.</summary>
    private double[] Score(IEnumerable<string> asked)
    {
        var scores = new double[known.Count];
        foreach (var feature in asked)
        {
            if (occurrences.TryGetValue(feature, out var articles))
            {
                foreach (var (article, value) in articles)
                {
                    scores[article] += KindWeight(feature) * value;
                }
            }
        }

        return scores;
    }

    private static double KindWeight(string feature) => feature[0] switch
    {
        'w' or 'b' => 0.7,
        'g' => 0.4,
        'c' => 1.2,
        _ => 1.4,
    };

    /// <summary>Reads an article once and gives its number.</summary>
    private int Learn(HandbookArticle article)
    {
        if (known.TryGetValue(article, out var number))
        {
            return number;
        }

        known.Add(article, number = known.Count);
        foreach (var (feature, value) in Vector(article))
        {
            if (!occurrences.TryGetValue(feature, out var articles))
            {
                occurrences.Add(feature, articles = []);
            }

            articles.Add((number, value));
        }

        return number;
    }

    private List<(string Feature, double Value)> Vector(HandbookArticle article)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        var paragraphs = article.Body.Split("\n\n", 2);
        features.AddTo(counts, article.Title, TitleWeight);
        features.AddTo(counts, paragraphs[0], FirstParagraphWeight);
        features.AddTo(counts, paragraphs.Length > 1 ? paragraphs[1] : "", RestWeight);
        var values = counts.Select(count => (Feature: count.Key, Value: KindWeight(count.Key) * Math.Log(1 + count.Value))).ToList();

        // A power below 1 favours long articles a little, which have more to be recognised by.
        var norm = Math.Pow(values.Sum(value => value.Value * value.Value), NormPower / 2);
        return [.. values.Select(value => (value.Feature, value.Value / norm))];
    }
}
