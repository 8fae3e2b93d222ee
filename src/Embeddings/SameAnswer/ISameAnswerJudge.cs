namespace Parsimony.Embeddings;

/// <summary>Says how likely it is that one answer serves two questions.</summary>
public interface ISameAnswerJudge
{
    /// <summary>The calibrated probability that one answer serves both questions, 0 to 1.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="similarity">The cosine of their embeddings.</param>
    double Probability(string left, string right, float similarity);

    /// <summary>The probabilities for several candidates of one question: those that <see cref="Probability"/> gives, one by one.</summary>
    /// <remarks>A judge that can read the question once for all of them does so here.</remarks>
    /// <param name="question">The question that was asked.</param>
    /// <param name="candidates">The questions that have an answer already.</param>
    /// <param name="similarities">The cosine of the question's embedding and each candidate's; as many as candidates.</param>
    /// <param name="probabilities">Receives a probability per candidate, 0 to 1; room for at least as many.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    void Probabilities(string question, ReadOnlySpan<string> candidates, ReadOnlySpan<float> similarities, Span<double> probabilities)
    {
        if (similarities.Length != candidates.Length || probabilities.Length < candidates.Length)
        {
            throw new ArgumentException(
                $"There are {candidates.Length} candidates, {similarities.Length} similarities and room for {probabilities.Length} probabilities. Give one of each per candidate.", nameof(candidates));
        }

        for (var i = 0; i < candidates.Length; i++)
        {
            probabilities[i] = Probability(question, candidates[i], similarities[i]);
        }
    }
}
