namespace Parsimony.Cli;

/// <summary>A score and the truth about it.</summary>
/// <param name="Score">Higher means "rather yes". Finite.</param>
/// <param name="IsPositive">Whether it is a yes.</param>
internal readonly record struct ScoredCase(double Score, bool IsPositive);
