namespace Parsimony.Embeddings;

/// <summary>What was decided about two questions.</summary>
/// <param name="Accepted">Whether one answer may serve both.</param>
/// <param name="RefusedBy">What refused: a guard's name, "threshold" or "judge"; <see langword="null"/> when accepted.</param>
/// <param name="Similarity">The cosine that the decision was given.</param>
/// <param name="Probability">The judge's probability that one answer serves both, 0 to 1; <see langword="null"/> where no judge was asked.</param>
public readonly record struct SameAnswerDecision(bool Accepted, string? RefusedBy, float Similarity, double? Probability = null);
