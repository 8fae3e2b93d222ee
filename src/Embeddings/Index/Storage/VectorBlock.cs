using System.Diagnostics;

namespace Parsimony.Embeddings;

/// <summary>
/// Some vectors with their codes and ids. One writer at a time, any number of readers beside it: a row is written before it is counted and
/// never changes; a removed one is only marked. So a reader needs no lock.
/// </summary>
internal sealed class VectorBlock
{
    public const int MostRows = 1024;

    private readonly int dimensions;
    private readonly int width;
    private readonly byte[] coarse;
    private readonly byte[] fine;
    private readonly sbyte[] components;
    private readonly ComponentCode[] codes;
    private readonly SignQuality[] qualities;
    private readonly float[] vectors;
    private readonly long[] ids;
    private readonly uint[] removed;
    private SignQuality quality = SignQuality.Best;
    private int rows;

    public VectorBlock(int dimensions, int width, int capacity)
    {
        Debug.Assert(capacity <= MostRows, "A search sets aside room for this many rows.");
        this.dimensions = dimensions;
        this.width = width;
        var groups = (capacity + SignLayout.GroupRows - 1) / SignLayout.GroupRows;
        coarse = GC.AllocateUninitializedArray<byte>(groups * SignLayout.GroupBytes(width));
        fine = GC.AllocateUninitializedArray<byte>(groups * SignLayout.GroupBytes(width));
        components = GC.AllocateUninitializedArray<sbyte>(capacity * width);
        codes = new ComponentCode[capacity];
        qualities = new SignQuality[capacity];
        vectors = GC.AllocateUninitializedArray<float>(capacity * dimensions);
        ids = new long[capacity];
        removed = new uint[groups];
    }

    public int Capacity => ids.Length;

    /// <summary>Gets the number of rows written. A reader asks for it first: all it sees of these rows is then complete.</summary>
    public int Rows => Volatile.Read(ref rows);

    /// <summary>Gets the number of rows written and not removed; for the writer.</summary>
    public int LiveRows { get; private set; }

    /// <summary>Gets the number of rows removed; for the writer.</summary>
    public int Gaps => rows - LiveRows;

    /// <summary>Gets what holds for the sign codes of all rows.</summary>
    public SignQuality Quality => quality;

    public ReadOnlySpan<byte> Coarse => coarse;

    public ReadOnlySpan<byte> Fine => fine;

    public ReadOnlySpan<sbyte> Components(int row) => components.AsSpan(row * width, width);

    public ref readonly ComponentCode Code(int row) => ref codes[row];

    public ReadOnlySpan<float> Vector(int row) => vectors.AsSpan(row * dimensions, dimensions);

    public long Id(int row) => ids[row];

    /// <summary>The rows of a group that are there, a bit each.</summary>
    public uint Live(int group, int rowsWritten)
    {
        var beyond = rowsWritten - (group * SignLayout.GroupRows);
        var written = beyond >= SignLayout.GroupRows ? uint.MaxValue : (1u << beyond) - 1;
        return written & ~Volatile.Read(ref removed[group]);
    }

    public bool IsLive(int row) => (Volatile.Read(ref removed[row / SignLayout.GroupRows]) & (1u << (row % SignLayout.GroupRows))) == 0;

    /// <summary>Reads a byte of every cache line of a row's component code, to have it near soon.</summary>
    public void Touch(int row)
    {
        const int CacheLine = 64;
        for (var i = row * width; i < (row + 1) * width; i += CacheLine)
        {
            Volatile.Read(ref components[i]);
        }
    }

    /// <returns>The row.</returns>
    public int Append(long id, in VectorCode vector)
    {
        var row = rows;
        vector.Unit.CopyTo(vectors.AsSpan(row * dimensions));
        vector.Components.CopyTo(components.AsSpan(row * width));
        codes[row] = vector.Code;
        SignLayout.Write(Group(coarse, row), row % SignLayout.GroupRows, vector.Coarse);
        SignLayout.Write(Group(fine, row), row % SignLayout.GroupRows, vector.Fine);
        return Count(id, vector.Quality);
    }

    /// <summary>Appends a row of another block.</summary>
    public int Append(VectorBlock other, int otherRow)
    {
        var row = rows;
        other.Vector(otherRow).CopyTo(vectors.AsSpan(row * dimensions));
        other.Components(otherRow).CopyTo(components.AsSpan(row * width));
        codes[row] = other.codes[otherRow];
        SignLayout.Copy(Group(other.coarse, otherRow), otherRow % SignLayout.GroupRows, Group(coarse, row), row % SignLayout.GroupRows);
        SignLayout.Copy(Group(other.fine, otherRow), otherRow % SignLayout.GroupRows, Group(fine, row), row % SignLayout.GroupRows);
        return Count(other.ids[otherRow], other.qualities[otherRow]);
    }

    public void Remove(int row)
    {
        var group = row / SignLayout.GroupRows;
        Volatile.Write(ref removed[group], removed[group] | (1u << (row % SignLayout.GroupRows)));
        LiveRows--;
    }

    private Span<byte> Group(byte[] plane, int row) =>
        plane.AsSpan(row / SignLayout.GroupRows * SignLayout.GroupBytes(width), SignLayout.GroupBytes(width));

    private int Count(long id, SignQuality ofRow)
    {
        ids[rows] = id;
        qualities[rows] = ofRow;
        quality = quality.And(ofRow);
        LiveRows++;
        Volatile.Write(ref rows, rows + 1);
        return rows - 1;
    }
}
