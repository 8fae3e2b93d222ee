namespace Parsimony.Embeddings;

/// <summary>Something countable that a text says, in a form in which equal things are equal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its canonical form.</param>
internal readonly record struct Quantity(QuantityKind Kind, string Value);
