namespace Parsimony.Context;

/// <summary>What a text is wanted for: the words that its parts are scored by.</summary>
internal sealed class TextQuery
{
    private readonly Lazy<TermVector> terms;

    private TextQuery(string? text)
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text;
        Fingerprint = Text is null ? default : TextFingerprint.Of(Text);
        terms = new Lazy<TermVector>(() => TermVector.Of(Text, skipStopWords: true));
    }

    /// <summary>Gets the query that nothing has to do with.</summary>
    public static TextQuery None { get; } = new(null);

    /// <summary>Gets the text; <see langword="null"/> where there is none.</summary>
    public string? Text { get; }

    /// <summary>Gets what stands for the text in a memory of results.</summary>
    public UInt128 Fingerprint { get; }

    public static TextQuery Of(string? text) => string.IsNullOrWhiteSpace(text) ? None : new TextQuery(text);

    /// <summary>Scores parts of a text: 0 for those that share no word with the query.</summary>
    /// <param name="count">How many parts there are.</param>
    /// <param name="vectorOf">The terms of a part. It is not called where the query is empty.</param>
    public double[] Score(int count, Func<int, TermVector> vectorOf)
    {
        var scores = new double[count];
        if (Text is not null && terms.Value.Terms.Length > 0)
        {
            var vectors = new IReadOnlyList<TermVector>[count];
            for (var i = 0; i < count; i++)
            {
                vectors[i] = [vectorOf(i)];
            }

            Bm25.Score(vectors, terms.Value, scores);
        }

        return scores;
    }
}
