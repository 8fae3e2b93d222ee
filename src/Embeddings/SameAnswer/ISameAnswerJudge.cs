namespace Parsimony.Embeddings;

/// <summary>Says how likely it is that one answer serves two questions.</summary>
public interface ISameAnswerJudge
{
    /// <summary>The calibrated probability that one answer serves both questions, 0 to 1.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="similarity">The cosine of their embeddings.</param>
    double Probability(string left, string right, float similarity);
}
