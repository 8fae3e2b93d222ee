namespace Parsimony.Embeddings;

/// <summary>A name that the other text lacks.</summary>
/// <param name="At">Which word of its text it is.</param>
/// <param name="Strength">How sure it is that it is a name.</param>
/// <param name="Kind">What kind of thing it names; empty if that is unknown.</param>
internal readonly record struct LoneName(int At, NameStrength Strength, string Kind);
