namespace Parsimony.Embeddings;

/// <summary>What one guard says about two questions.</summary>
/// <param name="Guard">The guard's name.</param>
/// <param name="Refuses">Whether it refuses.</param>
public readonly record struct GuardVerdict(string Guard, bool Refuses);
