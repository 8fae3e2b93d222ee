namespace Parsimony.Caching;

/// <summary>The third tier: what the second had no room for, compressed. It hands entries back when they are asked for again.</summary>
internal sealed class CompressedArchive(DiskTable table, bool compress, int threshold) : IDisposable
{
    public (long Bytes, long Entries) Total => table.Total;

    /// <summary>Takes an entry in.</summary>
    /// <returns>Whether it was kept, and how many had to leave for it.</returns>
    public (bool Kept, int Evicted) Put(DiskRow row)
    {
        var put = table.Put(EntryCompression.Encode(row, compress, threshold));
        return (put.Result == DiskPutResult.Kept, put.Evicted.Count);
    }

    /// <summary>An entry as it was before it was archived; one that cannot be read any more is dropped.</summary>
    public DiskRow? Peek(string key, out bool corrupt)
    {
        corrupt = false;
        if (table.Peek(key) is not { } stored)
        {
            return null;
        }

        if (EntryCompression.Decode(stored) is { } row)
        {
            return row;
        }

        corrupt = true;
        table.Remove(key);
        return null;
    }

    public bool Contains(string key) => table.Contains(key);

    public bool Remove(string key) => table.Remove(key);

    public bool RemoveTagged(string tag) => table.RemoveTagged(tag);

    public bool Clear() => table.Clear();

    public IEnumerable<string> Keys() => table.Keys();

    /// <summary>Drops what has expired and enforces the bound.</summary>
    /// <returns>The entries that left for want of space.</returns>
    public int Maintain() => table.Maintain().Count;

    public void Dispose() => table.Dispose();
}
