namespace Parsimony.Embeddings;

/// <summary>
/// The judge that ships with Parsimony: reads both questions in full and says how likely it is that one answer serves both. Computed in
/// this process in some twenty microseconds; the same pair gives the same probability on every machine. Safe for many threads.
/// </summary>
/// <remarks>
/// It is made for questions in English. Text it was not made for (another language, code, more than 96 words) gets a probability of 1
/// where both sides have the same words in the same order, and of 0 otherwise. What it was trained on, its figures and its limits are in
/// the model card, training/MODEL-CARD.md.
/// </remarks>
public sealed class LocalSameAnswerJudge : ISameAnswerJudge
{
    private static readonly IdlePool<JudgedPair> Pairs = new(static () => new(QuestionWeights.Shipped), Environment.ProcessorCount);

    /// <summary>Gets the id of the model, which ends with the fingerprint of its weights.</summary>
    public static string ModelId { get; } = $"parsimony-judge-{JudgeWeights.Shipped.Fingerprint}";

    /// <inheritdoc/>
    /// <remarks><paramref name="similarity"/> is not used: the judge computes what it needs from the words, whatever model found the candidate.</remarks>
    public double Probability(string left, string right, float similarity)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var pair = Pairs.Rent();
        pair.ReadQuestion(left);
        var probability = Probability(pair, left, right);
        Pairs.Return(pair);
        return probability;
    }

    /// <inheritdoc/>
    /// <remarks><paramref name="similarities"/> are not used.</remarks>
    /// <exception cref="ArgumentNullException">The question or a candidate is <see langword="null"/>.</exception>
    public void Probabilities(string question, ReadOnlySpan<string> candidates, ReadOnlySpan<float> similarities, Span<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (probabilities.Length < candidates.Length)
        {
            throw new ArgumentException($"There are {candidates.Length} candidates and room for {probabilities.Length} probabilities. Give room for one per candidate.", nameof(probabilities));
        }

        var pair = Pairs.Rent();
        pair.ReadQuestion(question);
        for (var i = 0; i < candidates.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(candidates[i], nameof(candidates));
            probabilities[i] = Probability(pair, question, candidates[i]);
        }

        Pairs.Return(pair);
    }

    private static double Probability(JudgedPair pair, string question, string candidate)
    {
        // One order for both, so that which question came first cannot matter.
        pair.Compare(candidate, string.CompareOrdinal(question, candidate) <= 0);
        if (ForeignText.Is(pair.Left) || ForeignText.Is(pair.Right))
        {
            return ForeignText.Equal(pair.Left, pair.Right) ? 1 : 0;
        }

        Span<float> features = stackalloc float[PairFeatures.Most];
        var count = PairFeatures.Write(pair, features);
        return JudgeWeights.Shipped.Probability(features[..count]);
    }
}
