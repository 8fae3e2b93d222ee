namespace Parsimony.Caching;

/// <summary>How well a question matches the one whose answer it gets.</summary>
/// <param name="Similarity">The cosine of the two, -1 to 1.</param>
/// <param name="Probability">The estimated probability that the answer is right; <see langword="null"/> where no judge was asked.</param>
internal readonly record struct MatchQuality(double Similarity, double? Probability);
