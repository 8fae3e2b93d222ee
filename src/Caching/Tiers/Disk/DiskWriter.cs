namespace Parsimony.Caching;

/// <summary>The one connection of this process that writes to a file. Not safe for several threads: its owner holds a lock.</summary>
internal sealed class DiskWriter : SqliteConnection
{
    private readonly SqliteStatement upsert;
    private readonly SqliteStatement untag;
    private readonly SqliteStatement addTag;
    private readonly SqliteStatement touch;
    private readonly SqliteStatement remove;
    private readonly SqliteStatement removeTagged;
    private readonly SqliteStatement removeExpired;
    private readonly SqliteStatement oldest;
    private readonly SqliteStatement total;

    public DiskWriter(string path)
        : base(path, create: true)
    {
        try
        {
            DiskSchema.Prepare(this);
            upsert = Prepare("""
                INSERT INTO entry(key, size, expires, touched, pinned, codec, raw, tags, value) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT(key) DO UPDATE SET size = excluded.size, expires = excluded.expires, touched = excluded.touched, pinned = excluded.pinned,
                    codec = excluded.codec, raw = excluded.raw, tags = excluded.tags, value = excluded.value
                RETURNING id
                """);
            untag = Prepare("DELETE FROM tag WHERE entry = ?1");
            addTag = Prepare("INSERT OR IGNORE INTO tag(name, entry) VALUES(?1, ?2)");
            touch = Prepare("UPDATE entry SET touched = ?2 WHERE key = ?1");
            remove = Prepare("DELETE FROM entry WHERE key = ?1");
            removeTagged = Prepare("DELETE FROM entry WHERE id IN (SELECT entry FROM tag WHERE name = ?1)");
            removeExpired = Prepare("DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE expires <= ?1 LIMIT ?2)");
            oldest = Prepare("SELECT key, expires, codec, raw, tags, value FROM entry WHERE pinned = 0 ORDER BY touched, id LIMIT 1");
            total = Prepare("SELECT bytes, entries FROM total");
        }
        catch
        {
            base.Dispose();
            throw;
        }
    }

    public void Put(DiskRow row, long now)
    {
        long id;
        try
        {
            upsert.Bind(1, row.Key).Bind(2, row.Size).Bind(3, row.Expires).Bind(4, now).Bind(5, row.Pinned ? 1 : 0)
                .Bind(6, row.Codec).Bind(7, row.RawLength).Bind(8, row.JoinedTags).Bind(9, row.Value.Span);
            upsert.Step();
            id = upsert.Int64(0);
        }
        finally
        {
            upsert.Reset();
        }

        untag.Bind(1, id).Run();
        foreach (var tag in row.Tags)
        {
            addTag.Bind(1, tag).Bind(2, id).Run();
        }
    }

    public void Touch(string key, long now) => touch.Bind(1, key).Bind(2, now).Run();

    public int Remove(string key) => Count(remove.Bind(1, key));

    public int RemoveTagged(string tag) => Count(removeTagged.Bind(1, tag));

    public int RemoveExpired(long now, int most) => Count(removeExpired.Bind(1, now).Bind(2, most));

    /// <summary>Removes all but the pinned entries.</summary>
    public void Clear() => Execute("DELETE FROM entry WHERE pinned = 0");

    /// <summary>Takes out the entry that was not read for the longest time.</summary>
    public DiskRow? TakeOldest()
    {
        DiskRow? row;
        try
        {
            row = oldest.Step()
                ? new(oldest.Text(0), oldest.Blob(5).ToArray(), oldest.Int64(1), DiskRow.SplitTags(oldest.Text(4)), false, (int)oldest.Int64(2), (int)oldest.Int64(3))
                : null;
        }
        finally
        {
            oldest.Reset();
        }

        if (row is not null)
        {
            Remove(row.Key);
        }

        return row;
    }

    public long Bytes()
    {
        try
        {
            return total.Step() ? total.Int64(0) : 0;
        }
        finally
        {
            total.Reset();
        }
    }

    public override void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement?>)[upsert, untag, addTag, touch, remove, removeTagged, removeExpired, oldest, total])
        {
            statement?.Dispose();
        }

        base.Dispose();
    }

    private int Count(SqliteStatement statement)
    {
        statement.Run();
        return Changes;
    }
}
