using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Parsimony.Context;

/// <summary>Counts the tokens of single pieces, with what that takes: two memories of counts and buffers. One thread at a time.</summary>
internal sealed class PieceCounter(Vocabulary vocabulary)
{
    private const int MaxBytesPerChar = 3;

    // A shorter run is merged as quickly as any piece.
    private const int LeastUniformRun = 128;

    private static readonly int Readable = Math.Max(AsciiPieceKey.Readable, WidePieceKey.Readable);

    private readonly PieceTable<AsciiPieceKey> asciiCounts = new();
    private readonly PieceTable<WidePieceKey> wideCounts = new();
    private readonly LongPieceCounts longCounts = new();
    private readonly byte[] utf8 = new byte[(PieceMerger.MaxLength * MaxBytesPerChar) + Vocabulary.Readable];
    private readonly int[] starts = new int[PieceMerger.MaxLength + 1];
    private UniformRunMerger? runMerger;
    private LongPieceMerger? longMerger;

    /// <summary>Counts the tokens of a piece.</summary>
    /// <param name="piece">The piece, in UTF-16; not empty.</param>
    public int Count(ReadOnlySpan<char> piece)
    {
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

    /// <summary>Counts the tokens of a piece of a window.</summary>
    /// <param name="text">The text from the piece on.</param>
    /// <param name="length">The piece's length; at most 64, without a NUL.</param>
    /// <param name="nonAscii">The characters that are not ASCII: bit i for that at i.</param>
    public int Count(ReadOnlySpan<char> text, int length, ulong nonAscii) => Count(text, 1, length, nonAscii);

    /// <summary>Counts the tokens of many pieces.</summary>
    /// <param name="text">The text from the first piece on.</param>
    /// <param name="starts">Where the pieces begin; bit 0 is set. None of them has a NUL in it.</param>
    /// <param name="length">The characters that they take together; at most 64.</param>
    /// <param name="nonAscii">The characters that are not ASCII.</param>
    [SkipLocalsInit]
    public int Count(ReadOnlySpan<char> text, ulong starts, int length, ulong nonAscii)
    {
        // Keys are read in one go, which may reach behind the last piece; near the end of the text there may be nothing to read.
        if (text.Length < length + Readable)
        {
            Span<char> padded = stackalloc char[CharMasks.Length + Readable];
            text[..length].CopyTo(padded);
            return Count(ref MemoryMarshal.GetReference(padded), starts, length, nonAscii);
        }

        return Count(ref MemoryMarshal.GetReference(text), starts, length, nonAscii);
    }

    private int Count(ref char first, ulong starts, int length, ulong nonAscii)
    {
        var count = 0;
        var start = 0;
        for (starts &= starts - 1; starts != 0; starts &= starts - 1)
        {
            var end = BitOperations.TrailingZeroCount(starts);
            count += CountShort(ref Unsafe.Add(ref first, start), end - start, nonAscii >> start);
            start = end;
        }

        return count + CountShort(ref Unsafe.Add(ref first, start), length - start, nonAscii >> start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CountShort(ref char first, int length, ulong nonAscii)
    {
        if (BitOperations.TrailingZeroCount(nonAscii) >= length)
        {
            return length <= AsciiPieceKey.MaxLength ? Count(ref first, length, asciiCounts) : Count(MemoryMarshal.CreateReadOnlySpan(ref first, length));
        }

        return length <= WidePieceKey.MaxLength ? Count(ref first, length, wideCounts) : Count(MemoryMarshal.CreateReadOnlySpan(ref first, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Count<TKey>(ref char first, int length, PieceTable<TKey> counts)
        where TKey : struct, IPieceKey<TKey>
    {
        var key = TKey.Of(ref first, length);
        var count = counts.Find(key);
        return count > 0 ? count : Learn(ref first, length, counts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Learn<TKey>(ref char first, int length, PieceTable<TKey> counts)
        where TKey : struct, IPieceKey<TKey>
    {
        // What takes merging is remembered in the larger memory too, for a piece in a table may have to give way to others.
        var piece = MemoryMarshal.CreateReadOnlySpan(ref first, length);
        var encoded = utf8.AsSpan(0, Encoding.UTF8.GetBytes(piece, utf8));
        var count = 1;
        if (vocabulary.RankOf(ref MemoryMarshal.GetReference(encoded), encoded.Length) == Vocabulary.NoRank)
        {
            count = longCounts.Find(piece, out var hash);
            if (count == 0)
            {
                count = ShortPieceMerger.Count(vocabulary, encoded);
                longCounts.Add(piece, hash, count);
            }
        }

        counts.Add(TKey.Of(ref first, length), count);
        return count;
    }

    /// <summary>Encodes a piece.</summary>
    /// <param name="piece">The piece, in UTF-16; not empty.</param>
    /// <param name="maxTokens">After how many tokens <paramref name="length"/> is wanted.</param>
    /// <param name="length">The UTF-8 bytes of the first <paramref name="maxTokens"/> tokens, or of the piece where it has no more.</param>
    /// <returns>The number of tokens.</returns>
    public int Encode(ReadOnlySpan<char> piece, int maxTokens, out int length)
    {
        if (piece.Length <= PieceMerger.MaxLength)
        {
            return Encode(utf8.AsSpan(0, Encoding.UTF8.GetBytes(piece, utf8)), maxTokens, out length);
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(piece) + Vocabulary.Readable);
        var count = Encode(rented.AsSpan(0, Encoding.UTF8.GetBytes(piece, rented)), maxTokens, out length);
        ArrayPool<byte>.Shared.Return(rented);
        return count;
    }

    private int Encode(ReadOnlySpan<byte> piece, int maxTokens, out int length)
    {
        length = maxTokens > 0 ? piece.Length : 0;
        if (vocabulary.RankOf(ref MemoryMarshal.GetReference(piece), piece.Length) != Vocabulary.NoRank)
        {
            return 1;
        }

        if (piece.Length >= LeastUniformRun && !piece.ContainsAnyExcept(piece[0])
            && (runMerger ??= new UniformRunMerger(vocabulary)).TryMerge(piece[0], piece.Length, maxTokens, out var runLength, out var runCount))
        {
            length = runLength;
            return runCount;
        }

        if (piece.Length > PieceMerger.MaxLength)
        {
            return (longMerger ??= new LongPieceMerger(vocabulary)).Merge(piece, maxTokens, out length);
        }

        if (maxTokens == 0 && piece.Length <= ShortPieceMerger.MaxLength)
        {
            return ShortPieceMerger.Count(vocabulary, piece);
        }

        var count = PieceMerger.Merge(vocabulary, piece, starts);
        length = starts[Math.Min(maxTokens, count)];
        return count;
    }
}
