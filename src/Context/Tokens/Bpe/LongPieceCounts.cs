using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers the token counts of pieces that do not fit <see cref="PieceTable{TKey}"/>: long words, runs of characters, sentences of a
/// script without spaces. Exact, for the characters are kept and compared; bounded, for it starts afresh when they are too many.
/// Not thread-safe.
/// </summary>
internal sealed class LongPieceCounts
{
    /// <summary>The longest piece that is remembered, in UTF-16 code units.</summary>
    public const int MaxLength = 256;

    private const int LeastBits = 9;
    private const int MostBits = 16;

    // Of room for pieces of so many characters on average there is as much as of entries.
    private const int CharactersPerEntry = 8;

    // Open addressing; an entry without a length is free.
    private Entry[] entries = new Entry[1 << LeastBits];
    private char[] characters = new char[CharactersPerEntry << LeastBits];
    private int shift = 64 - LeastBits;
    private int used;
    private int pieces;

    /// <summary>Finds a piece's count.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="hash">Its hash, for <see cref="Add"/>.</param>
    /// <returns>The count, or 0 where it is not known.</returns>
    public int Find(ReadOnlySpan<char> piece, out ulong hash)
    {
        hash = SpanHash.Of(MemoryMarshal.AsBytes(piece));
        for (var slot = (int)(hash >> shift); entries[slot].Length > 0; slot = Next(slot))
        {
            ref var entry = ref entries[slot];
            if (entry.Hash == hash && entry.Length == piece.Length && piece.SequenceEqual(characters.AsSpan(entry.Start, entry.Length)))
            {
                return entry.Count;
            }
        }

        return 0;
    }

    /// <summary>Remembers the count of a piece that is not known.</summary>
    public void Add(ReadOnlySpan<char> piece, ulong hash, int count)
    {
        if (used + piece.Length > characters.Length || pieces > entries.Length / 8 * 5)
        {
            MakeRoom();
        }

        var slot = FreeSlot(hash);
        piece.CopyTo(characters.AsSpan(used));
        entries[slot] = new Entry { Hash = hash, Start = used, Length = piece.Length, Count = count };
        used += piece.Length;
        pieces++;
    }

    private int FreeSlot(ulong hash)
    {
        var slot = (int)(hash >> shift);
        while (entries[slot].Length > 0)
        {
            slot = Next(slot);
        }

        return slot;
    }

    private void MakeRoom()
    {
        if (shift == 64 - MostBits)
        {
            Array.Clear(entries);
            used = 0;
            pieces = 0;
            return;
        }

        var old = entries;
        entries = new Entry[old.Length * 2];
        Array.Resize(ref characters, characters.Length * 2);
        shift--;
        foreach (var entry in old)
        {
            if (entry.Length > 0)
            {
                entries[FreeSlot(entry.Hash)] = entry;
            }
        }
    }

    private int Next(int slot) => (slot + 1) & (entries.Length - 1);

    private struct Entry
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public int Count;
    }
}
