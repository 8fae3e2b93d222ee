using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Parsimony.Context;

/// <summary>A quick hash of short spans, for tables that compare the content as well.</summary>
internal static class SpanHash
{
    private const ulong K0 = 0x9E37_79B9_7F4A_7C15;
    private const ulong K2 = 0xFF51_AFD7_ED55_8CCD;
    private const ulong K1 = 0xD6E8_FEB8_6659_FD93;

    // Drawn anew in each process: otherwise anybody could write texts full of pieces that share one hash, and a table without a bound on
    // the entries it looks at would be searched from end to end, for other people's texts too.
    private static readonly ulong Secret0 = NewSecret();
    private static readonly ulong Secret1 = NewSecret();

    /// <summary>Hashes bytes. The high bits are as good as the low ones.</summary>
    public static ulong Of(ReadOnlySpan<byte> span)
    {
        ref var first = ref MemoryMarshal.GetReference(span);
        var length = span.Length;
        var state = (ulong)length * K0 ^ Secret0;
        if (length > 16)
        {
            for (var i = 0; i + 16 < length; i += 16)
            {
                state = Mix(state ^ Read64(ref first, i), Secret1 ^ Read64(ref first, i + 8));
            }

            return Mix(state ^ Read64(ref first, length - 16), Secret0 ^ Read64(ref first, length - 8));
        }

        if (length >= 8)
        {
            return Mix(state ^ Read64(ref first, 0), Secret1 ^ Read64(ref first, length - 8));
        }

        if (length >= 4)
        {
            return Mix(state ^ Read32(ref first, 0), Secret1 ^ Read32(ref first, length - 4));
        }

        if (length == 0)
        {
            return state;
        }

        var few = first | (uint)Unsafe.Add(ref first, length >> 1) << 8 | (uint)Unsafe.Add(ref first, length - 1) << 16;
        return Mix(state ^ few, Secret1);
    }

    /// <summary>Hashes two words. The high bits are good. Not keyed: only for tables that look at few entries, whatever is in them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfTwo(ulong low, ulong high)
    {
        var hash = (low * K0) ^ (high * K1);
        return (hash ^ (hash >> 29)) * K2;
    }

    /// <summary>Spreads a word's bits, so that two words can be added into one for <see cref="OfTwo"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Spread(ulong word) => BitOperations.RotateLeft(word * K2, 32);

    /// <summary>Folds the 128-bit product of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private static ulong NewSecret()
    {
        Span<byte> secret = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(secret);
        return MemoryMarshal.Read<ulong>(secret) | 1;
    }

    private static ulong Read64(ref byte first, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at));

    private static ulong Read32(ref byte first, int at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at));
}
