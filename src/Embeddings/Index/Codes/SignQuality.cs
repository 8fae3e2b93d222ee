namespace Parsimony.Embeddings;

/// <summary>How near a vector's sign codes come to it.</summary>
/// <param name="Coarse">The cosine between the vector and its signs, 0 to 1: 0.80 is usual.</param>
/// <param name="Fine">The cosine between the vector and both planes together: 0.94 is usual.</param>
/// <param name="FineLength">The length of both planes together, read as a vector of -3, -1, 1 and 3.</param>
internal readonly record struct SignQuality(float Coarse, float Fine, float FineLength)
{
    /// <summary>What no vector falls short of.</summary>
    public static SignQuality Best => new(1, 1, float.MaxValue);

    /// <summary>The worse of two, in every respect: what holds for both.</summary>
    public SignQuality And(SignQuality other) =>
        new(MathF.Min(Coarse, other.Coarse), MathF.Min(Fine, other.Fine), MathF.Min(FineLength, other.FineLength));
}
