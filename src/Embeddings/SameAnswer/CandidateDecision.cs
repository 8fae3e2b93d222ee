namespace Parsimony.Embeddings;

/// <summary>What was decided about the candidates of a question.</summary>
/// <param name="Accepted">The index of the candidate whose answer may be served; -1 where there is none.</param>
/// <param name="RefusedBy">What refused the best candidate: a guard's name, "threshold", "judge" or "rivals"; <see langword="null"/> when accepted, or without candidates.</param>
/// <param name="Probability">The estimated probability that the best candidate's answer is right, 0 to 1; <see langword="null"/> where no judge was asked.</param>
public readonly record struct CandidateDecision(int Accepted, string? RefusedBy, double? Probability);
