using Parsimony.Embeddings;

namespace Parsimony.Cli;

/// <summary>What the engine says about two questions.</summary>
/// <param name="Served">Whether the shipped policy answers the second with the first one's answer.</param>
/// <param name="Cosine">The cosine of their embeddings; <see langword="null"/> where the engine has no embeddings.</param>
/// <param name="Probability">The judge's probability that one answer serves both; <see langword="null"/> where the engine has no judge.</param>
/// <param name="Guards">What every guard says.</param>
internal readonly record struct PairVerdict(bool Served, float? Cosine, double? Probability, IReadOnlyList<GuardVerdict> Guards);
