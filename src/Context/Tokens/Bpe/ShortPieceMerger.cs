using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Context;

/// <summary>
/// Byte-pair encoding of a piece as short as most words, for its count alone: as <see cref="PieceMerger"/> does it, with the tokens as bits
/// of one number, so that nothing is moved when two are joined.
/// </summary>
internal static class ShortPieceMerger
{
    /// <summary>The longest piece, in bytes.</summary>
    public const int MaxLength = 63;

    // A joint is the rank of the token that it would make and, below that, its place: the lowest is the leftmost of the lowest rank.
    private const int PlaceBits = 6;
    private const uint NoJoint = uint.MaxValue;

    /// <summary>Counts the tokens of a piece.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="piece">The piece in UTF-8; 1 to <see cref="MaxLength"/> bytes, and <see cref="Vocabulary.Readable"/> to read behind it.</param>
    [SkipLocalsInit]
    public static int Count(Vocabulary vocabulary, ReadOnlySpan<byte> piece)
    {
        ref var first = ref MemoryMarshal.GetReference(piece);
        var length = piece.Length;
        Span<uint> all = stackalloc uint[MaxLength + 1];
        var joints = all[..((length + Vector256<uint>.Count - 1) & -Vector256<uint>.Count)];
        joints[^Vector256<uint>.Count..].Fill(NoJoint);
        for (var i = 0; i + 1 < length; i++)
        {
            joints[i] = Joint(vocabulary.RankOfPair(piece[i], piece[i + 1]), i);
        }

        // Where tokens begin, and behind the last one the end.
        var starts = ulong.MaxValue >> (MaxLength - length);
        for (var lowest = Lowest(joints); lowest != NoJoint; lowest = Lowest(joints))
        {
            var left = (int)(lowest & MaxLength);
            var behind = starts & (ulong.MaxValue << left << 1);
            var right = BitOperations.TrailingZeroCount(behind);
            starts ^= 1UL << right;
            joints[right] = NoJoint;
            behind &= behind - 1;
            var end = BitOperations.TrailingZeroCount(behind);
            behind &= behind - 1;
            joints[left] = behind == 0 ? NoJoint : Joint(vocabulary.RankOf(ref Unsafe.Add(ref first, left), BitOperations.TrailingZeroCount(behind) - left), left);
            var before = starts & ((1UL << left) - 1);
            if (before != 0)
            {
                var previous = BitOperations.Log2(before);
                joints[previous] = Joint(vocabulary.RankOf(ref Unsafe.Add(ref first, previous), end - previous), previous);
            }
        }

        return BitOperations.PopCount(starts) - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Joint(int rank, int place) => rank == Vocabulary.NoRank ? NoJoint : ((uint)rank << PlaceBits) | (uint)place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Lowest(ReadOnlySpan<uint> joints)
    {
        ref var first = ref MemoryMarshal.GetReference(joints);
        var lanes = Vector256.LoadUnsafe(ref first);
        for (var i = Vector256<uint>.Count; i < joints.Length; i += Vector256<uint>.Count)
        {
            lanes = Vector256.Min(lanes, Vector256.LoadUnsafe(ref first, (nuint)i));
        }

        var four = Vector128.Min(lanes.GetLower(), lanes.GetUpper());
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2u, 3, 0, 1)));
        return Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(1u, 0, 3, 2))).ToScalar();
    }
}
