namespace Parsimony.Caching;

/// <summary>The tables of a disk tier. A file of another version is moved aside: what it holds can be had again.</summary>
internal static class DiskSchema
{
    public const int Version = 1;

    // Sizes are summed by triggers, so that several processes on one file agree about them.
    // The value comes last: SQLite reads the columns before it without walking its overflow pages.
    private const string Tables = """
        CREATE TABLE entry(
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, expires INTEGER NOT NULL,
            touched INTEGER NOT NULL, pinned INTEGER NOT NULL, codec INTEGER NOT NULL, raw INTEGER NOT NULL, tags TEXT NOT NULL, value BLOB NOT NULL);
        CREATE INDEX entry_touched ON entry(touched, id) WHERE pinned = 0;
        CREATE INDEX entry_expires ON entry(expires);
        CREATE TABLE tag(name TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(name, entry)) WITHOUT ROWID;
        CREATE INDEX tag_entry ON tag(entry);
        CREATE TABLE total(bytes INTEGER NOT NULL, entries INTEGER NOT NULL);
        INSERT INTO total VALUES(0, 0);
        CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
            UPDATE total SET bytes = bytes + new.size, entries = entries + 1; END;
        CREATE TRIGGER entry_resized AFTER UPDATE OF size ON entry BEGIN
            UPDATE total SET bytes = bytes + new.size - old.size; END;
        CREATE TRIGGER entry_deleted AFTER DELETE ON entry BEGIN
            UPDATE total SET bytes = bytes - old.size, entries = entries - 1;
            DELETE FROM tag WHERE entry = old.id; END;
        """;

    /// <summary>Readies a connection that may be the first one to this file.</summary>
    /// <exception cref="SqliteFault">Among others: the file was written by another version.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        connection.Execute("PRAGMA auto_vacuum = INCREMENTAL");
        connection.Execute("PRAGMA journal_mode = WAL");
        Tune(connection);
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var version = connection.Scalar("PRAGMA user_version");
            if (version == 0 && connection.Scalar("SELECT count(*) FROM sqlite_schema") == 0)
            {
                connection.Execute(Tables);
                connection.Execute($"PRAGMA user_version = {Version}");
                version = Version;
            }

            if (version != Version)
            {
                throw new SqliteFault(SqliteFault.OtherSchema, "schema");
            }

            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    /// <summary>Sets what holds for one connection: a crash of the machine may lose the last writes, never the file.</summary>
    public static void Tune(SqliteConnection connection) =>
        connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -4096; PRAGMA trusted_schema = OFF");
}
