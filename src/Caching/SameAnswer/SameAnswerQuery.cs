namespace Parsimony.Caching;

/// <summary>A question ready for the same-answer search.</summary>
/// <param name="Text">Its text, normalised.</param>
/// <param name="Vector">Its embedding, of length 1; <see langword="null"/> where there is none.</param>
/// <param name="Model">The name of the model that made the embedding.</param>
internal sealed record SameAnswerQuery(string Text, float[]? Vector, string Model);
