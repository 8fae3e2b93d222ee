using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Context;

/// <summary>
/// An ASCII piece of up to 16 characters, one byte each; the bytes' high bits, which ASCII leaves free, hold the count. A piece has no
/// more tokens than bytes, so the count always fits.
/// </summary>
internal readonly struct AsciiPieceKey : IPieceKey<AsciiPieceKey>
{
    private static readonly byte[] Masks = [.. Enumerable.Repeat(byte.MaxValue, 16), .. new byte[16]];

    private readonly Vector128<byte> bytes;

    private AsciiPieceKey(Vector128<byte> bytes) => this.bytes = bytes;

    /// <inheritdoc/>
    public static int MaxLength => Vector128<byte>.Count;

    /// <inheritdoc/>
    public static int Readable => Vector128<byte>.Count;

    /// <inheritdoc/>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)bytes.ExtractMostSignificantBits();
    }

    /// <inheritdoc/>
    public ulong Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => SpanHash.OfTwo(bytes.AsUInt64()[0], bytes.AsUInt64()[1]);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiPieceKey Of(ref char first, int length)
    {
        ref var units = ref Unsafe.As<char, short>(ref first);
        var low = Vector128.LoadUnsafe(ref units);
        var high = Vector128.LoadUnsafe(ref units, (nuint)Vector128<short>.Count);

        // What stands behind the piece may be anything; it is masked off, so it does not matter what becomes of it here.
        var narrow = Sse2.IsSupported ? Sse2.PackUnsignedSaturate(low, high) : Vector128.Narrow(low, high).AsByte();
        return new AsciiPieceKey(narrow & Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Masks), (nuint)(MaxLength - length)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSamePiece(in AsciiPieceKey entry) => (entry.bytes & Vector128.Create((byte)0x7F)) == bytes;

    /// <inheritdoc/>
    public AsciiPieceKey WithoutCount() => new(bytes & Vector128.Create((byte)0x7F));

    /// <inheritdoc/>
    public AsciiPieceKey WithCount(int count)
    {
        // Bit i of the count, where it is set, goes to the high bit of byte i.
        var bits = Vector128.Create(0x8040_2010_0804_0201UL).AsByte();
        var spread = Vector128.Create(Vector64.Create((byte)count), Vector64.Create((byte)(count >> 8)));
        return new AsciiPieceKey(bytes | (Vector128.Equals(spread & bits, bits) & Vector128.Create((byte)0x80)));
    }
}
