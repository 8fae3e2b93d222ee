using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers the token counts of pieces that do not fit <see cref="ShortPieceCounts"/>: long words, runs of characters, sentences of a
/// script without spaces. Exact, for the characters are kept and compared; bounded, for it starts afresh when they are too many.
/// Not thread-safe.
/// </summary>
internal sealed class LongPieceCounts
{
    /// <summary>The longest piece that is remembered, in UTF-16 code units.</summary>
    public const int MaxLength = 256;

    private const int Bits = 13;
    private const int Room = 1 << 17;

    private readonly Entry[] entries = new Entry[1 << Bits];
    private readonly char[] characters = new char[Room];
    private int used;

    /// <summary>Finds a piece's count.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="hash">Its hash, for <see cref="Add"/>.</param>
    /// <returns>The count, or 0 where it is not known.</returns>
    public int Find(ReadOnlySpan<char> piece, out ulong hash)
    {
        hash = SpanHash.Of(MemoryMarshal.AsBytes(piece));
        ref var entry = ref entries[hash >> (64 - Bits)];
        return entry.Hash == (uint)hash && entry.Length == piece.Length && piece.SequenceEqual(characters.AsSpan(entry.Start, entry.Length))
            ? entry.Count
            : 0;
    }

    /// <summary>Remembers a piece's count.</summary>
    public void Add(ReadOnlySpan<char> piece, ulong hash, int count)
    {
        if (used + piece.Length > Room)
        {
            Array.Clear(entries);
            used = 0;
        }

        piece.CopyTo(characters.AsSpan(used));
        entries[hash >> (64 - Bits)] = new Entry { Hash = (uint)hash, Start = used, Length = piece.Length, Count = count };
        used += piece.Length;
    }

    private struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;
        public int Count;
    }
}
