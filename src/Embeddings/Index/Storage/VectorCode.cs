using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>A vector in all the forms that a block keeps, in memory that the caller lends.</summary>
internal readonly ref struct VectorCode
{
    /// <param name="vector">Any vector that <see cref="UnitVector"/> takes.</param>
    /// <param name="rotation">The rotation of the index.</param>
    /// <param name="memory">At least <see cref="Bytes"/> bytes.</param>
    public VectorCode(ReadOnlySpan<float> vector, Rotation rotation, Span<byte> memory)
    {
        var width = rotation.Width;
        var floats = MemoryMarshal.Cast<byte, float>(memory)[..(vector.Length + width)];
        var rest = memory[MemoryMarshal.AsBytes(floats).Length..];
        var rotated = floats[vector.Length..];
        var components = MemoryMarshal.Cast<byte, sbyte>(rest[..width]);
        var coarse = rest.Slice(width, width / 8);
        var fine = rest.Slice(width + (width / 8), width / 8);
        UnitVector.Write(vector, floats[..vector.Length]);
        rotation.Apply(floats[..vector.Length], rotated);
        Unit = floats[..vector.Length];
        Code = ComponentCode.Write(rotated, ComponentCode.ByteLimit, components);
        Components = components;
        Quality = SignCode.Write(rotated, coarse, fine);
        Coarse = coarse;
        Fine = fine;
    }

    /// <summary>Gets the vector at length 1.</summary>
    public ReadOnlySpan<float> Unit { get; }

    public ComponentCode Code { get; }

    public ReadOnlySpan<sbyte> Components { get; }

    public ReadOnlySpan<byte> Coarse { get; }

    public ReadOnlySpan<byte> Fine { get; }

    public SignQuality Quality { get; }

    /// <summary>The memory a vector takes.</summary>
    public static int Bytes(int dimensions, int width) => ((dimensions + width) * sizeof(float)) + width + (width / 4);
}
