namespace Parsimony.Context;

/// <summary>What the scorer knows of a text.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Vectors">Its embeddings, each of length 1: of the whole text and, where it is long, of its paragraphs. Empty where there are none.</param>
internal sealed record TextFeatures(TermVector Terms, IReadOnlyList<float[]> Vectors)
{
    /// <summary>Gets what it takes in a cache, in numbers of 4 to 14 bytes.</summary>
    public int Weight => Terms.Terms.Length + (Vectors.Sum(static v => v.Length) / 2) + Overhead;

    private const int Overhead = 16;
}
