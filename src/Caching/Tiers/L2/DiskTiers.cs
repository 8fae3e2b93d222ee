using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>
/// The second and the third tier together: what moves between them moves under one lock, so that an entry that is removed while
/// it moves does not come back.
/// </summary>
internal sealed class DiskTiers(DiskTable table, CompressedArchive? archive, TierCounters l2, TierCounters l3) : IDisposable
{
    private readonly Lock moving = new();
    private readonly ConcurrentDictionary<string, IReadOnlyCollection<string>> stagedTags = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> handedOver = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> owedRemovals = new(StringComparer.Ordinal);
    private int handovers;
    private long moves;

    /// <summary>Gets a number that changes whenever an entry has moved up from the archive.</summary>
    public long Moves => Volatile.Read(ref moves);

    public DiskTable Table => table;

    public CompressedArchive? Archive => archive;

    /// <summary>Says under which tags the next write of a key is made: the interface of distributed caches has no word for it.</summary>
    public void StageTags(string key, IReadOnlyCollection<string> tags) => stagedTags[key] = tags;

    public void UnstageTags(string key, IReadOnlyCollection<string> tags) => stagedTags.TryRemove(new(key, tags));

    /// <summary>The bytes that wait to be read under a key, before any file is asked.</summary>
    public bool TryGetHandedOver(string key, out ReadOnlyMemory<byte> value)
    {
        value = default;
        return Volatile.Read(ref handovers) > 0 && handedOver.TryGetValue(key, out value);
    }

    /// <summary>Whether a removal of the key has not reached the disk yet.</summary>
    public bool IsRemoved(string key) => !owedRemovals.IsEmpty && owedRemovals.ContainsKey(key);

    /// <summary>Lets the next reads of a key see these bytes, whatever the second tier holds.</summary>
    public void HandOver(string key, ReadOnlyMemory<byte> value)
    {
        handedOver[key] = value;
        Interlocked.Increment(ref handovers);
    }

    public void EndHandOver(string key)
    {
        Interlocked.Decrement(ref handovers);
        handedOver.TryRemove(key, out _);
    }

    /// <summary>An entry wherever it lies, as the second tier would hold it, without noting that it was read.</summary>
    public DiskRow? Peek(string key) => IsRemoved(key) ? null : table.Peek(key) ?? archive?.Peek(key, out _);

    /// <summary>The keys in both tiers; one that moves meanwhile may come twice or not at all.</summary>
    public IEnumerable<string> Keys() => table.Keys().Concat(archive?.Keys() ?? []);

    public void Put(string key, ReadOnlyMemory<byte> value, long expires, bool pinned)
    {
        var row = new DiskRow(key, value, expires, stagedTags.TryGetValue(key, out var tags) ? tags : [], pinned);
        lock (moving)
        {
            if (PutRow(row))
            {
                WriteTrace.Taken(key);
                owedRemovals.TryRemove(key, out _);
                if (archive?.Contains(key) == true && table.Contains(key))
                {
                    archive.Remove(key);
                }
            }
        }
    }

    /// <summary>Moves an entry that the archive still holds up to the second tier.</summary>
    public void Promote(DiskRow row)
    {
        lock (moving)
        {
            if (archive?.Contains(row.Key) == true && table.Put(row) is { Result: DiskPutResult.Kept } put)
            {
                archive.Remove(row.Key);
                Demote(put.Evicted);
                Interlocked.Increment(ref moves);
            }
        }

        l3.Promoted();
    }

    public void Remove(string key)
    {
        lock (moving)
        {
            if (table.Remove(key) & (archive?.Remove(key) ?? true))
            {
                owedRemovals.TryRemove(key, out _);
            }
            else
            {
                owedRemovals[key] = true; // a locked file: readers are told, and Maintain tries again
            }
        }
    }

    public void RemoveTagged(string tag)
    {
        lock (moving)
        {
            table.RemoveTagged(tag);
            archive?.RemoveTagged(tag);
        }
    }

    public void Clear()
    {
        lock (moving)
        {
            table.Clear();
            archive?.Clear();
        }
    }

    public void Maintain()
    {
        foreach (var (key, _) in owedRemovals)
        {
            Remove(key);
        }

        lock (moving)
        {
            Demote(table.Maintain());
            l3.Evicted(archive?.Maintain() ?? 0);
        }
    }

    public void Dispose()
    {
        table.Dispose();
        archive?.Dispose();
    }

    private bool PutRow(DiskRow row)
    {
        var put = table.Put(row);
        Demote(put.Evicted);
        if (put.Result == DiskPutResult.TooLarge && !row.Pinned && archive is not null)
        {
            var (kept, evicted) = archive.Put(row);
            l3.Evicted(evicted);
            return kept;
        }

        return put.Result == DiskPutResult.Kept;
    }

    private void Demote(IReadOnlyList<DiskRow> rows)
    {
        l2.Evicted(rows.Count);
        foreach (var row in rows)
        {
            if (archive?.Put(row) is { Kept: true } put)
            {
                l2.Demoted();
                l3.Evicted(put.Evicted);
            }
        }
    }
}
