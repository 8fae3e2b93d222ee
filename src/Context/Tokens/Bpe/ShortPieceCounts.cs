using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers the token counts of short pieces: most of any text. The piece itself is the key, so the memory is exact. Bounded: a
/// piece has two slots, and a new one takes the place of the one that was looked for less lately. Not thread-safe.
/// </summary>
internal sealed class ShortPieceCounts
{
    /// <summary>The longest piece that fits, in UTF-16 code units.</summary>
    public const int MaxLength = 8;

    private const int Bits = 15;

    private readonly Entry[] entries = new Entry[1 << Bits];

    /// <summary>Finds the slot of a piece.</summary>
    /// <param name="piece">The piece; 1 to <see cref="MaxLength"/> code units.</param>
    /// <returns>The slot. Where its <see cref="Entry.Count"/> is 0, the piece is new and the caller sets it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Entry SlotOf(ReadOnlySpan<char> piece)
    {
        ref var first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(piece));
        ulong low, high;
        if (piece.Length >= 4)
        {
            // Two reads that may overlap cover the piece; with its length they determine it.
            low = Unsafe.ReadUnaligned<ulong>(ref first);
            high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (piece.Length - 4) * sizeof(char)));
        }
        else if (piece.Length >= 2)
        {
            low = Unsafe.ReadUnaligned<uint>(ref first);
            high = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, (piece.Length - 2) * sizeof(char)));
        }
        else
        {
            low = piece[0];
            high = 0;
        }

        var hash = ((low * 0x9E37_79B9_7F4A_7C15) ^ ((high + (ulong)piece.Length) * 0xD6E8_FEB8_6659_FD93)) * 0xFF51_AFD7_ED55_8CCD;
        var slot = hash >> (64 - Bits);
        ref var entry = ref entries[slot];
        if (!entry.Is(low, high, piece.Length))
        {
            ref var other = ref entries[slot ^ 1];
            (entry, other) = (other.Is(low, high, piece.Length) ? other : new Entry { Low = low, High = high, Length = piece.Length }, entry);
        }

        return ref entry;
    }

    /// <summary>A piece and its count.</summary>
    internal struct Entry
    {
        public ulong Low;
        public ulong High;
        public int Length;
        public int Count;

        public readonly bool Is(ulong low, ulong high, int length) => Low == low && High == high && Length == length;
    }
}
