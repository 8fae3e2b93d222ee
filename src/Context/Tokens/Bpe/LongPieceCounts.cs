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

    private const int Bits = 16;
    private const int MaxPieces = 40_000;
    private const int Room = 1 << 19;

    // Open addressing; an entry without a length is free.
    private readonly Entry[] entries = new Entry[1 << Bits];
    private readonly char[] characters = new char[Room];
    private int used;
    private int pieces;

    /// <summary>Finds a piece's count.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="hash">Its hash, for <see cref="Add"/>.</param>
    /// <returns>The count, or 0 where it is not known.</returns>
    public int Find(ReadOnlySpan<char> piece, out ulong hash)
    {
        hash = SpanHash.Of(MemoryMarshal.AsBytes(piece));
        for (var slot = (int)(hash >> (64 - Bits)); entries[slot].Length > 0; slot = Next(slot))
        {
            ref var entry = ref entries[slot];
            if (entry.Hash == (uint)hash && entry.Length == piece.Length && piece.SequenceEqual(characters.AsSpan(entry.Start, entry.Length)))
            {
                return entry.Count;
            }
        }

        return 0;
    }

    /// <summary>Remembers the count of a piece that is not known.</summary>
    public void Add(ReadOnlySpan<char> piece, ulong hash, int count)
    {
        if (used + piece.Length > Room || pieces == MaxPieces)
        {
            Array.Clear(entries);
            used = 0;
            pieces = 0;
        }

        var slot = (int)(hash >> (64 - Bits));
        while (entries[slot].Length > 0)
        {
            slot = Next(slot);
        }

        piece.CopyTo(characters.AsSpan(used));
        entries[slot] = new Entry { Hash = (uint)hash, Start = used, Length = piece.Length, Count = count };
        used += piece.Length;
        pieces++;
    }

    private static int Next(int slot) => (slot + 1) & ((1 << Bits) - 1);

    private struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;
        public int Count;
    }
}
