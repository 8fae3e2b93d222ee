using System.Buffers;
using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>
/// A flat cosine index: a search scans a compact code of every vector and compares exactly what the codes leave. Safe for many threads at
/// once; searches wait for nobody, changes wait for each other.
/// </summary>
public sealed class VectorIndex
{
    /// <summary>The largest number of components that a vector may have.</summary>
    public const int MaxDimensions = 65_536;

    // Preparing a query costs as much as comparing it with this many vectors.
    private const int WorthCodes = 64;

    private readonly Lock writing = new();
    private readonly BlockList list;
    private readonly Rotation rotation;
    private readonly SearchBounds bounds;
    private readonly SimdPath path;

    /// <summary>Creates an empty index.</summary>
    /// <param name="dimensions">The number of components of every vector, 1 to <see cref="MaxDimensions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is out of range.</exception>
    public VectorIndex(int dimensions)
        : this(dimensions, SimdPaths.Best)
    {
    }

    internal VectorIndex(int dimensions, SimdPath path)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        Dimensions = dimensions;
        this.path = path;
        rotation = Rotation.Of(dimensions);
        bounds = new SearchBounds(dimensions, rotation);
        list = new BlockList(dimensions, rotation.Width);
    }

    /// <summary>Gets the number of components of every vector.</summary>
    public int Dimensions { get; }

    /// <summary>Gets the number of vectors held.</summary>
    public int Count => list.Count;

    /// <summary>Adds a vector, or replaces the one with the same id; a search beside this finds the old or the new.</summary>
    /// <param name="id">The caller's id.</param>
    /// <param name="vector"><see cref="Dimensions"/> finite numbers, not all zero; any length, it is scaled to 1 here.</param>
    /// <exception cref="ArgumentException">Another width, a component that is no finite number, or a zero vector.</exception>
    public void Add(long id, ReadOnlySpan<float> vector)
    {
        var memory = ArrayPool<byte>.Shared.Rent(VectorCode.Bytes(Dimensions, rotation.Width));
        try
        {
            UnitVector.Check(vector, Dimensions);
            var code = new VectorCode(vector, rotation, memory);
            lock (writing)
            {
                list.Put(id, code);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    /// <summary>Removes a vector; no search that starts after this returns finds it.</summary>
    /// <param name="id">The id it was added under.</param>
    /// <returns>Whether the id was there.</returns>
    public bool Remove(long id)
    {
        lock (writing)
        {
            return list.Remove(id);
        }
    }

    /// <summary>Finds the nearest vectors, best first; among equals the lower id comes first.</summary>
    /// <param name="query">A vector as for <see cref="Add"/>.</param>
    /// <param name="floor">The least cosine of a match, -1 to 1. The higher it is, the less there is to compare.</param>
    /// <param name="results">Receives the matches; its length is the most that are found.</param>
    /// <param name="mode">Whether a match in a thousand may be missed for speed (the default) or none.</param>
    /// <returns>The number of matches written.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>, or <paramref name="floor"/> is no number.</exception>
    public int Search(ReadOnlySpan<float> query, float floor, Span<VectorMatch> results, VectorSearchMode mode = VectorSearchMode.Fast)
    {
        if (float.IsNaN(floor))
        {
            throw new ArgumentException("The floor is NaN; give a cosine between -1 and 1.", nameof(floor));
        }

        UnitVector.Check(query, Dimensions);
        if (results.IsEmpty)
        {
            return 0;
        }

        var memory = ArrayPool<byte>.Shared.Rent(QueryCode.Bytes(Dimensions, rotation.Width));
        try
        {
            var best = new BestMatches(results, floor);
            if (list.Count < WorthCodes)
            {
                CompareAll(query, memory, ref best);
            }
            else
            {
                Scan(new QueryCode(query, rotation, memory), mode, ref best);
            }

            return best.Count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    private void Scan(in QueryCode query, VectorSearchMode mode, ref BestMatches best)
    {
        foreach (var block in list.Blocks)
        {
            BlockSearch.Run(block, query, bounds, mode, path, ref best);
        }
    }

    private void CompareAll(ReadOnlySpan<float> query, Span<byte> memory, ref BestMatches best)
    {
        var unit = MemoryMarshal.Cast<byte, float>(memory)[..Dimensions];
        UnitVector.Write(query, unit);
        foreach (var block in list.Blocks)
        {
            BlockSearch.Compare(block, unit, ref best);
        }
    }
}
