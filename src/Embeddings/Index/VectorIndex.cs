namespace Parsimony.Embeddings;

/// <summary>An exact cosine index: every search looks at every vector. Safe for many threads at once.</summary>
public sealed class VectorIndex
{
    /// <summary>Creates an empty index.</summary>
    /// <param name="dimensions">The number of components of every vector, at least 1.</param>
    public VectorIndex(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        Dimensions = dimensions;
    }

    /// <summary>Gets the number of components of every vector.</summary>
    public int Dimensions { get; }

    /// <summary>Gets the number of vectors held.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>Adds a vector, or replaces the one with the same id.</summary>
    /// <param name="id">The caller's id.</param>
    /// <param name="vector"><see cref="Dimensions"/> finite numbers, not all zero; any length, it is scaled to 1 here.</param>
    /// <exception cref="ArgumentException">Another width, a component that is no finite number, or a zero vector.</exception>
    public void Add(long id, ReadOnlySpan<float> vector) => throw new NotSupportedException();

    /// <summary>Removes a vector; no search that starts after this returns finds it.</summary>
    /// <returns>Whether the id was there.</returns>
    public bool Remove(long id) => throw new NotSupportedException();

    /// <summary>Finds the nearest vectors, best first; among equals the lower id comes first.</summary>
    /// <param name="query">A vector as for <see cref="Add"/>.</param>
    /// <param name="floor">The least cosine of a match, -1 to 1.</param>
    /// <param name="results">Receives the matches; its length is the most that are found.</param>
    /// <returns>The number of matches written.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>.</exception>
    public int Search(ReadOnlySpan<float> query, float floor, Span<VectorMatch> results) => throw new NotSupportedException();
}
