using System.Buffers;

namespace Parsimony.Caching;

/// <summary>A connection that reads, with its prepared statements.</summary>
internal sealed class DiskReader : SqliteConnection
{
    private readonly SqliteStatement read;
    private readonly SqliteStatement contains;
    private readonly SqliteStatement keys;
    private readonly SqliteStatement total;

    public DiskReader(string path, int generation)
        : base(path, create: false)
    {
        Generation = generation;
        DiskSchema.Tune(this);
        read = Prepare("SELECT expires, pinned, codec, raw, tags, value FROM entry WHERE key = ?1 AND expires > ?2");
        contains = Prepare("SELECT 1 FROM entry WHERE key = ?1");
        keys = Prepare("SELECT id, key FROM entry WHERE id > ?1 AND expires > ?2 AND pinned = 0 ORDER BY id LIMIT ?3");
        total = Prepare("SELECT bytes, entries FROM total");
    }

    /// <summary>Gets which opening of the file this connection belongs to.</summary>
    public int Generation { get; }

    public bool Copy(string key, long now, IBufferWriter<byte> destination)
    {
        try
        {
            var found = read.Bind(1, key).Bind(2, now).Step();
            if (found)
            {
                destination.Write(read.Blob(5));
            }

            return found;
        }
        finally
        {
            read.Reset();
        }
    }

    public DiskRow? Read(string key, long now)
    {
        try
        {
            return read.Bind(1, key).Bind(2, now).Step()
                ? new(key, read.Blob(5).ToArray(), read.Int64(0), DiskRow.SplitTags(read.Text(4)), read.Int64(1) != 0, (int)read.Int64(2), (int)read.Int64(3))
                : null;
        }
        finally
        {
            read.Reset();
        }
    }

    public bool Contains(string key)
    {
        try
        {
            return contains.Bind(1, key).Step();
        }
        finally
        {
            contains.Reset();
        }
    }

    /// <summary>A page of keys in the order of their ids, after a given id.</summary>
    public List<(long Id, string Key)> Keys(long afterId, long now, int count)
    {
        try
        {
            var page = new List<(long, string)>(count);
            keys.Bind(1, afterId).Bind(2, now).Bind(3, count);
            while (keys.Step())
            {
                page.Add((keys.Int64(0), keys.Text(1)));
            }

            return page;
        }
        finally
        {
            keys.Reset();
        }
    }

    public (long Bytes, long Entries) Total()
    {
        try
        {
            return total.Step() ? (total.Int64(0), total.Int64(1)) : default;
        }
        finally
        {
            total.Reset();
        }
    }

    public override void Dispose()
    {
        read.Dispose();
        contains.Dispose();
        keys.Dispose();
        total.Dispose();
        base.Dispose();
    }
}
