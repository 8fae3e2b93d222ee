namespace Parsimony.Context;

/// <summary>What the scorer knows of a text.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Vector">Its embedding, of length 1, or <see langword="null"/> where there is none.</param>
internal sealed record TextFeatures(TermVector Terms, float[]? Vector)
{
    /// <summary>Gets what it takes in a cache, in numbers of 4 to 14 bytes.</summary>
    public int Weight => Terms.Terms.Length + ((Vector?.Length ?? 0) / 2) + Overhead;

    private const int Overhead = 16;
}
