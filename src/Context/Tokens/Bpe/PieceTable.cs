using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers the token counts of short pieces: most of any text. Exact, for whole pieces are compared. Bounded: a piece has four slots,
/// which lie side by side, and a new one takes the place of the one that was looked for least lately; up to its greatest size the table
/// grows with what is in it, so that little text touches little memory. Not thread-safe.
/// </summary>
/// <typeparam name="TKey">The piece's key.</typeparam>
internal sealed class PieceTable<TKey>
    where TKey : struct, IPieceKey<TKey>
{
    private const int Ways = 4;
    private const int LeastBits = 10;
    private const int MostBits = 14;

    // Groups of slots; in each the piece looked for last stands first.
    private TKey[] entries = new TKey[Ways << LeastBits];
    private int shift = 64 - LeastBits;
    private int added;

    /// <summary>Finds the count of a piece.</summary>
    /// <returns>The count, or 0 where it is not known.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(in TKey key)
    {
        ref var first = ref FirstOf(key);
        return key.IsSamePiece(first) ? first.Count : FindOther(key, ref first);
    }

    /// <summary>Remembers the count of a piece that is not known.</summary>
    public void Add(in TKey key, int count)
    {
        if (++added > entries.Length / 2 && shift > 64 - MostBits)
        {
            Grow();
        }

        Put(key.WithCount(count), ref FirstOf(key), Ways - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindOther(in TKey key, ref TKey first)
    {
        for (var way = 1; way < Ways; way++)
        {
            var entry = Unsafe.Add(ref first, way);
            if (key.IsSamePiece(entry))
            {
                Put(entry, ref first, way);
                return entry.Count;
            }
        }

        return 0;
    }

    /// <summary>Puts an entry in front and moves those before a place back by one; the one at that place is gone.</summary>
    private static void Put(in TKey entry, ref TKey first, int way)
    {
        var added = entry;
        for (; way > 0; way--)
        {
            Unsafe.Add(ref first, way) = Unsafe.Add(ref first, way - 1);
        }

        first = added;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref TKey FirstOf(in TKey key)
        => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), (nint)(key.Hash >> shift) * Ways);

    private void Grow()
    {
        var old = entries;
        entries = new TKey[old.Length * 2];
        shift--;

        // Last ones first, so that what was looked for lately comes to stand in front again.
        for (var i = old.Length - 1; i >= 0; i--)
        {
            if (old[i].Count > 0)
            {
                var key = old[i].WithoutCount();
                Put(old[i], ref FirstOf(key), Ways - 1);
            }
        }
    }
}
