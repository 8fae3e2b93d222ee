namespace Parsimony.Embeddings;

/// <summary>
/// The blocks of an index, and where each id lies. Writers take turns (the caller sees to that); readers take <see cref="Blocks"/> and go. A
/// row is never written twice: what is removed leaves a gap, and when there are too many gaps the block with the most is copied without them
/// into a new one, while readers finish with the old. Where the oldest leave first, whole blocks fall empty and nothing is copied.
/// </summary>
internal sealed class BlockList(int dimensions, int width)
{
    // Gaps, and room not yet used, are held to about a twelfth of the rows each; small indexes waste a few rows.
    private const int Part = 12;
    private const int LeastRows = 16;
    private const int LeastGaps = 8;

    private readonly Dictionary<long, Place> places = [];
    private VectorBlock[] blocks = [];
    private int count;
    private int gaps;

    public int Count => Volatile.Read(ref count);

    public ReadOnlySpan<VectorBlock> Blocks => Volatile.Read(ref blocks);

    public void Put(long id, in VectorCode vector)
    {
        if (blocks.Length == 0 || blocks[^1].Rows == blocks[^1].Capacity)
        {
            Volatile.Write(ref blocks, [.. blocks, new VectorBlock(dimensions, width, UsualRows())]);
        }

        // First the new, then the old away: a search beside this finds one of the two, or both.
        var known = places.TryGetValue(id, out var old);
        places[id] = new(blocks[^1], blocks[^1].Append(id, vector));
        if (known)
        {
            Clear(old);
        }

        Volatile.Write(ref count, places.Count);
    }

    public bool Remove(long id)
    {
        if (!places.Remove(id, out var place))
        {
            return false;
        }

        Clear(place);
        Volatile.Write(ref count, places.Count);
        return true;
    }

    private void Clear(Place place)
    {
        place.Block.Remove(place.Row);
        gaps++;
        if (place.Block.LiveRows == 0 && place.Block.Rows == place.Block.Capacity)
        {
            Replace(Array.IndexOf(blocks, place.Block), 1, []);
        }
        else if (gaps >= LeastGaps && gaps > (places.Count + gaps) / Part)
        {
            Compact(MostGaps());
        }
    }

    private int MostGaps()
    {
        var most = 0;
        for (var i = 1; i < blocks.Length; i++)
        {
            most = blocks[i].Gaps > blocks[most].Gaps ? i : most;
        }

        return most;
    }

    private void Compact(int at)
    {
        // Neighbours that have both become small become one block.
        var from = at;
        var to = at + 1;
        if (to < blocks.Length && blocks[at].LiveRows + blocks[to].LiveRows <= UsualRows())
        {
            to++;
        }
        else if (from > 0 && blocks[at].LiveRows + blocks[from - 1].LiveRows <= UsualRows())
        {
            from--;
        }

        var live = 0;
        foreach (var block in blocks.AsSpan(from..to))
        {
            live += block.LiveRows;
        }

        Replace(from, to - from, live == 0 ? [] : [Copy(blocks.AsSpan(from..to), live)]);
    }

    private void Replace(int at, int olds, VectorBlock[] news)
    {
        foreach (var old in blocks.AsSpan(at, olds))
        {
            gaps -= old.Gaps;
        }

        Volatile.Write(ref blocks, [.. blocks.AsSpan(..at), .. news, .. blocks.AsSpan(at + olds)]);
    }

    private VectorBlock Copy(ReadOnlySpan<VectorBlock> olds, int live)
    {
        var whole = new VectorBlock(dimensions, width, live);
        foreach (var old in olds)
        {
            for (var row = 0; row < old.Rows; row++)
            {
                if (old.IsLive(row))
                {
                    places[old.Id(row)] = new(whole, whole.Append(old, row));
                }
            }
        }

        return whole;
    }

    private int UsualRows() => Math.Clamp(places.Count / Part / LeastRows * LeastRows, LeastRows, VectorBlock.MostRows);

    private readonly record struct Place(VectorBlock Block, int Row);
}
