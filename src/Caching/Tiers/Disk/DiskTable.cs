using System.Buffers;
using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>The entries of one disk tier, bounded in bytes; the ones not read for the longest time leave first.</summary>
internal sealed class DiskTable(SelfHealingFile file, long maxBytes, TimeProvider timeProvider) : IDisposable
{
    private const int TouchesHeld = 1024;
    private const int Page = 256;
    private const int VacuumPages = 4096;

    // Reads only note that an entry was used; the next write carries the notes to disk.
    private readonly ConcurrentDictionary<string, long> touches = new(StringComparer.Ordinal);
    private int touchCount;

    public (long Bytes, long Entries) Total => file.Read(0, static (reader, _) => reader.Total(), default);

    public bool IsAway => file.IsAway;

    private long Now => timeProvider.GetUtcNow().UtcTicks;

    /// <summary>Copies an entry's bytes and notes that it was read.</summary>
    public bool TryCopy(string key, IBufferWriter<byte> destination)
    {
        var now = Now;
        var found = file.Read((key, now, destination), static (reader, s) => reader.Copy(s.key, s.now, s.destination), false);
        if (found && Volatile.Read(ref touchCount) < TouchesHeld && touches.TryAdd(key, now))
        {
            Interlocked.Increment(ref touchCount);
        }

        return found;
    }

    /// <summary>An entry with all its columns, without noting that it was read.</summary>
    public DiskRow? Peek(string key) => file.Read((key, now: Now), static (reader, s) => reader.Read(s.key, s.now), null);

    public bool Contains(string key) => file.Read(key, static (reader, key) => reader.Contains(key), false);

    /// <summary>Writes an entry and makes room for it.</summary>
    public DiskPut Put(DiskRow row)
    {
        if (row.Size > maxBytes)
        {
            Remove(row.Key); // what was there under this key is no longer the newest
            return DiskPut.TooLarge;
        }

        return file.Write((table: this, row), static (writer, s) => s.table.Put(writer, s.row), DiskPut.Failed);
    }

    /// <summary>Removes an entry.</summary>
    /// <returns>Whether it is certain that the entry is gone.</returns>
    public bool Remove(string key) => file.Write(key, static (writer, key) => writer.Remove(key) >= 0, false);

    public bool RemoveTagged(string tag) => file.Write(tag, static (writer, tag) => writer.RemoveTagged(tag) >= 0, false);

    public bool Clear() => file.Write(0, static (writer, _) => { writer.Clear(); return true; }, false);

    /// <summary>The keys of all living entries, read page by page.</summary>
    public IEnumerable<string> Keys()
    {
        for (var after = 0L; ;)
        {
            var page = file.Read((after, now: Now), static (reader, s) => reader.Keys(s.after, s.now, Page), []);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var (id, key) in page)
            {
                yield return key;
                after = id;
            }
        }
    }

    /// <summary>Drops what has expired, enforces the bound and gives free pages back to the file system.</summary>
    /// <returns>The entries that the bound pushed out.</returns>
    public IReadOnlyList<DiskRow> Maintain()
    {
        file.CheckThatItIsThere();
        while (file.Write(Now, static (writer, now) => writer.RemoveExpired(now, Page), 0) == Page)
        {
        }

        var evicted = file.Write(this, static (writer, table) => table.Evict(writer), []);
        file.Tidy(static writer => writer.Execute($"PRAGMA incremental_vacuum({VacuumPages})"));
        file.Tidy(static writer => writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        return evicted;
    }

    public void Dispose()
    {
        if (!touches.IsEmpty)
        {
            file.Write(this, static (writer, table) => { table.FlushTouches(writer); return true; }, false);
        }

        file.Dispose();
    }

    private DiskPut Put(DiskWriter writer, DiskRow row)
    {
        FlushTouches(writer);
        writer.Put(row, Now);
        return new(DiskPutResult.Kept, Evict(writer));
    }

    private List<DiskRow> Evict(DiskWriter writer)
    {
        var evicted = new List<DiskRow>();
        while (writer.Bytes() > maxBytes && writer.TakeOldest() is { } row)
        {
            if (row.Expires > Now)
            {
                evicted.Add(row);
            }
        }

        return evicted;
    }

    private void FlushTouches(DiskWriter writer)
    {
        foreach (var (key, now) in touches)
        {
            writer.Touch(key, now);
            if (touches.TryRemove(key, out _))
            {
                Interlocked.Decrement(ref touchCount);
            }
        }
    }
}
