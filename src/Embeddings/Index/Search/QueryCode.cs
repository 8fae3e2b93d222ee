using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>A query in all the forms a search needs, in memory that the caller lends.</summary>
internal readonly ref struct QueryCode
{
    /// <param name="query">Any vector that <see cref="UnitVector"/> takes.</param>
    /// <param name="rotation">The rotation of the index.</param>
    /// <param name="memory">At least <see cref="Bytes"/> bytes.</param>
    public QueryCode(ReadOnlySpan<float> query, Rotation rotation, Span<byte> memory)
    {
        var width = rotation.Width;
        var floats = MemoryMarshal.Cast<byte, float>(memory)[..(query.Length + width)];
        var rest = memory[MemoryMarshal.AsBytes(floats).Length..];
        var unit = floats[..query.Length];
        var rotated = floats[query.Length..];
        var components = MemoryMarshal.Cast<byte, short>(rest)[..width];
        var tables = rest.Slice(width * sizeof(short), SignTables.Bytes(width));
        UnitVector.Write(query, unit);
        rotation.Apply(unit, rotated);
        Unit = unit;
        Code = ComponentCode.Write(rotated, ComponentCode.QueryLimit(width), components);
        Components = components;
        Signs = SignTables.Write(rotated, tables);
        Tables = tables;
    }

    /// <summary>Gets the query at length 1.</summary>
    public ReadOnlySpan<float> Unit { get; }

    public ComponentCode Code { get; }

    public ReadOnlySpan<short> Components { get; }

    public SignTables Signs { get; }

    public ReadOnlySpan<byte> Tables { get; }

    /// <summary>The memory a query takes.</summary>
    public static int Bytes(int dimensions, int width) =>
        (dimensions * sizeof(float)) + (width * (sizeof(float) + sizeof(short))) + SignTables.Bytes(width);
}
