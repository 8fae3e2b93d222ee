using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Byte-pair encoding of a short piece: of all neighbours that make a token, those that make the one of lowest rank are joined, the
/// leftmost first, until none are left. Quadratic in the length, with a small constant.
/// </summary>
internal static class PieceMerger
{
    /// <summary>The longest piece, in bytes, for which this is quicker than <see cref="LongPieceMerger"/>.</summary>
    public const int MaxLength = 512;

    /// <summary>Encodes a piece.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="piece">The piece in UTF-8; 1 to <see cref="MaxLength"/> bytes, and <see cref="Vocabulary.Readable"/> to read behind it.</param>
    /// <param name="starts">Takes where each token starts and, behind them, the piece's length; room for one more than the piece's bytes.</param>
    /// <returns>The number of tokens.</returns>
    [SkipLocalsInit]
    public static int Merge(Vocabulary vocabulary, ReadOnlySpan<byte> piece, Span<int> starts)
    {
        ref var first = ref MemoryMarshal.GetReference(piece);
        Span<int> ranks = stackalloc int[MaxLength];
        var count = piece.Length;
        for (var i = 0; i < count; i++)
        {
            starts[i] = i;
            ranks[i] = i + 1 < count ? vocabulary.RankOfPair(piece[i], piece[i + 1]) : Vocabulary.NoRank;
        }

        starts[count] = piece.Length;
        while (count > 1)
        {
            var at = IndexOfLowest(ranks[..(count - 1)]);
            if (ranks[at] == Vocabulary.NoRank)
            {
                break;
            }

            starts[(at + 2)..(count + 1)].CopyTo(starts[(at + 1)..]);
            ranks[(at + 2)..count].CopyTo(ranks[(at + 1)..]);
            count--;
            ranks[at] = at + 1 < count ? vocabulary.RankOf(ref Unsafe.Add(ref first, starts[at]), starts[at + 2] - starts[at]) : Vocabulary.NoRank;
            if (at > 0)
            {
                ranks[at - 1] = vocabulary.RankOf(ref Unsafe.Add(ref first, starts[at - 1]), starts[at + 1] - starts[at - 1]);
            }
        }

        return count;
    }

    private static int IndexOfLowest(ReadOnlySpan<int> ranks)
    {
        var lowest = int.MaxValue;
        if (ranks.Length >= Vector<int>.Count)
        {
            // The last block may overlap the one before it: the lowest is the lowest all the same.
            var lanes = new Vector<int>(ranks[^Vector<int>.Count..]);
            for (var i = 0; i + Vector<int>.Count < ranks.Length; i += Vector<int>.Count)
            {
                lanes = Vector.Min(lanes, new Vector<int>(ranks[i..]));
            }

            for (var lane = 0; lane < Vector<int>.Count; lane++)
            {
                lowest = Math.Min(lowest, lanes[lane]);
            }
        }
        else
        {
            foreach (var rank in ranks)
            {
                lowest = Math.Min(lowest, rank);
            }
        }

        return ranks.IndexOf(lowest);
    }
}
