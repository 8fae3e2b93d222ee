using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Parsimony.Embeddings;

/// <summary>
/// An exact cosine index: every search looks at every vector. Safe for many threads at once; searches do not wait for each other.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The lock holds system handles only while threads wait for it, and its finalizer returns them; indexes come and go with partitions.")]
public sealed class VectorIndex
{
    // A full block is never copied again, however large the index grows.
    private const int RowsPerBlock = 1024;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly List<VectorBlock> blocks = [];
    private readonly Dictionary<long, int> rows = [];

    /// <summary>Creates an empty index.</summary>
    /// <param name="dimensions">The number of components of every vector, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is less than 1.</exception>
    public VectorIndex(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        Dimensions = dimensions;
    }

    /// <summary>Gets the number of components of every vector.</summary>
    public int Dimensions { get; }

    /// <summary>Gets the number of vectors held.</summary>
    public int Count
    {
        get
        {
            gate.EnterReadLock();
            try
            {
                return rows.Count;
            }
            finally
            {
                gate.ExitReadLock();
            }
        }
    }

    /// <summary>Adds a vector, or replaces the one with the same id.</summary>
    /// <param name="id">The caller's id.</param>
    /// <param name="vector"><see cref="Dimensions"/> finite numbers, not all zero; any length, it is scaled to 1 here.</param>
    /// <exception cref="ArgumentException">Another width, a component that is no finite number, or a zero vector.</exception>
    public void Add(long id, ReadOnlySpan<float> vector)
    {
        var unit = ArrayPool<float>.Shared.Rent(Dimensions);
        try
        {
            UnitVector.Write(vector, unit.AsSpan(0, Dimensions));
            gate.EnterWriteLock();
            try
            {
                Put(id, unit.AsSpan(0, Dimensions));
            }
            finally
            {
                gate.ExitWriteLock();
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(unit);
        }
    }

    /// <summary>Removes a vector; no search that starts after this returns finds it.</summary>
    /// <param name="id">The id it was added under.</param>
    /// <returns>Whether the id was there.</returns>
    public bool Remove(long id)
    {
        gate.EnterWriteLock();
        try
        {
            if (!rows.Remove(id, out var row))
            {
                return false;
            }

            // The last vector takes the free place.
            var last = blocks[^1];
            var lastId = last.IdAt(last.Count - 1);
            if (lastId != id)
            {
                blocks[row / RowsPerBlock].Replace(row % RowsPerBlock, lastId, last.Row(last.Count - 1));
                rows[lastId] = row;
            }

            last.DropLast();
            if (last.Count == 0)
            {
                blocks.RemoveAt(blocks.Count - 1);
            }

            return true;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Finds the nearest vectors, best first; among equals the lower id comes first.</summary>
    /// <param name="query">A vector as for <see cref="Add"/>.</param>
    /// <param name="floor">The least cosine of a match, -1 to 1.</param>
    /// <param name="results">Receives the matches; its length is the most that are found.</param>
    /// <returns>The number of matches written.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>, or <paramref name="floor"/> is no number.</exception>
    public int Search(ReadOnlySpan<float> query, float floor, Span<VectorMatch> results)
    {
        if (float.IsNaN(floor))
        {
            throw new ArgumentException("The floor is NaN; give a cosine between -1 and 1.", nameof(floor));
        }

        var unit = ArrayPool<float>.Shared.Rent(Dimensions);
        try
        {
            UnitVector.Write(query, unit.AsSpan(0, Dimensions));
            if (results.IsEmpty)
            {
                return 0;
            }

            var best = new BestMatches(results, floor);
            gate.EnterReadLock();
            try
            {
                foreach (var block in blocks)
                {
                    block.Scan(unit.AsSpan(0, Dimensions), ref best);
                }
            }
            finally
            {
                gate.ExitReadLock();
            }

            return best.Count;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(unit);
        }
    }

    private void Put(long id, ReadOnlySpan<float> unit)
    {
        if (rows.TryGetValue(id, out var row))
        {
            blocks[row / RowsPerBlock].Replace(row % RowsPerBlock, id, unit);
            return;
        }

        if (blocks.Count == 0 || blocks[^1].Count == RowsPerBlock)
        {
            blocks.Add(new(Dimensions, RowsPerBlock));
        }

        rows[id] = ((blocks.Count - 1) * RowsPerBlock) + blocks[^1].Count;
        blocks[^1].Append(id, unit);
    }
}
