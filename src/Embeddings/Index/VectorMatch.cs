namespace Parsimony.Embeddings;

/// <summary>One result of a search.</summary>
/// <param name="Id">The id that the vector was added under.</param>
/// <param name="Similarity">The cosine of the angle between query and vector, -1 to 1.</param>
public readonly record struct VectorMatch(long Id, float Similarity);
