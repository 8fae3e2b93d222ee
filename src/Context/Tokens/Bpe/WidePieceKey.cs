using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Context;

/// <summary>A piece of up to 15 UTF-16 code units; the sixteenth holds the count.</summary>
internal readonly struct WidePieceKey : IPieceKey<WidePieceKey>
{
    private static readonly ushort[] Masks = [.. Enumerable.Repeat(ushort.MaxValue, 16), .. new ushort[16]];

    private readonly Vector256<ushort> units;

    private WidePieceKey(Vector256<ushort> units) => this.units = units;

    /// <inheritdoc/>
    public static int MaxLength => Vector256<ushort>.Count - 1;

    /// <inheritdoc/>
    public static int Readable => Vector256<ushort>.Count;

    /// <inheritdoc/>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => units[Vector256<ushort>.Count - 1];
    }

    /// <inheritdoc/>
    public ulong Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var words = units.AsUInt64();
            return SpanHash.OfTwo(words[0] + SpanHash.Spread(words[2]), words[1] + SpanHash.Spread(words[3]));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WidePieceKey Of(ref char first, int length)
        => new(Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref first))
            & Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Masks), (nuint)(Readable - length)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSamePiece(in WidePieceKey entry)
        => (entry.units & Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Masks), 1)) == units;

    /// <inheritdoc/>
    public WidePieceKey WithoutCount() => WithCount(0);

    /// <inheritdoc/>
    public WidePieceKey WithCount(int count) => new(units.WithElement(Vector256<ushort>.Count - 1, (ushort)count));
}
