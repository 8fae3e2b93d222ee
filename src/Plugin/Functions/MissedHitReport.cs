namespace Parsimony;

/// <summary>What an agent is told when it reports that the cache did not answer where it could have.</summary>
/// <param name="Kept">Whether the report is kept; false where an entry's id stands for the earlier question, or there is no cache.</param>
/// <param name="RefusedBy">What refuses the two questions: a guard, "threshold" or "judge"; <see langword="null"/> where nothing does.</param>
/// <param name="Probability">The judge's probability that one answer serves both, 0 to 1; <see langword="null"/> where there is no judge.</param>
public sealed record MissedHitReport(bool Kept, string? RefusedBy, double? Probability);
