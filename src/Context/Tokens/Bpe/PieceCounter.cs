using System.Buffers;
using System.Text;

namespace Parsimony.Context;

/// <summary>Counts the tokens of single pieces, with what that takes: two memories of counts and buffers. One thread at a time.</summary>
internal sealed class PieceCounter(Vocabulary vocabulary)
{
    private const int MaxBytesPerChar = 3;

    private readonly ShortPieceCounts shortCounts = new();
    private readonly LongPieceCounts longCounts = new();
    private readonly byte[] utf8 = new byte[PieceMerger.MaxLength * MaxBytesPerChar];
    private readonly int[] starts = new int[PieceMerger.MaxLength + 1];
    private LongPieceMerger? longMerger;

    /// <summary>Counts the tokens of a piece.</summary>
    /// <param name="piece">The piece, in UTF-16; not empty.</param>
    public int Count(ReadOnlySpan<char> piece)
    {
        if (piece.Length <= ShortPieceCounts.MaxLength)
        {
            ref var entry = ref shortCounts.SlotOf(piece);
            return entry.Count > 0 ? entry.Count : entry.Count = Encode(piece, 0, out _);
        }

        if (piece.Length > LongPieceCounts.MaxLength)
        {
            return Encode(piece, 0, out _);
        }

        var count = longCounts.Find(piece, out var hash);
        if (count == 0)
        {
            count = Encode(piece, 0, out _);
            longCounts.Add(piece, hash, count);
        }

        return count;
    }

    /// <summary>Encodes a piece.</summary>
    /// <param name="piece">The piece, in UTF-16; not empty.</param>
    /// <param name="maxTokens">After how many tokens <paramref name="length"/> is wanted.</param>
    /// <param name="length">The UTF-8 bytes of the first <paramref name="maxTokens"/> tokens, or of the piece where it has no more.</param>
    /// <returns>The number of tokens.</returns>
    public int Encode(ReadOnlySpan<char> piece, int maxTokens, out int length)
    {
        if (piece.Length <= utf8.Length / MaxBytesPerChar)
        {
            return Encode(utf8.AsSpan(0, Encoding.UTF8.GetBytes(piece, utf8)), maxTokens, out length);
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(piece));
        var count = Encode(rented.AsSpan(0, Encoding.UTF8.GetBytes(piece, rented)), maxTokens, out length);
        ArrayPool<byte>.Shared.Return(rented);
        return count;
    }

    private int Encode(ReadOnlySpan<byte> piece, int maxTokens, out int length)
    {
        length = maxTokens > 0 ? piece.Length : 0;
        if (vocabulary.RankOf(piece) != Vocabulary.NoRank)
        {
            return 1;
        }

        if (piece.Length > PieceMerger.MaxLength)
        {
            return (longMerger ??= new LongPieceMerger(vocabulary)).Merge(piece, maxTokens, out length);
        }

        var count = PieceMerger.Merge(vocabulary, piece, starts);
        length = starts[Math.Min(maxTokens, count)];
        return count;
    }
}
