namespace Parsimony.Embeddings;

/// <summary>What was decided about two questions.</summary>
/// <param name="Accepted">Whether one answer may serve both.</param>
/// <param name="RefusedBy">What refused: a guard's name, "threshold" or "judge"; <see langword="null"/> when accepted.</param>
/// <param name="Similarity">The cosine that the decision was given.</param>
public readonly record struct SameAnswerDecision(bool Accepted, string? RefusedBy, float Similarity);
