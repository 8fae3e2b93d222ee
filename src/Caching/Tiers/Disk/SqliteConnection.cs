using SQLitePCL;

namespace Parsimony.Caching;

/// <summary>One connection to a SQLite file, for one thread at a time.</summary>
internal class SqliteConnection : IDisposable
{
    /// <summary>How long SQLite itself waits for another's lock, in milliseconds: a caller waits no longer for a cache.</summary>
    private const int BusyTimeoutMs = 100;

    private readonly sqlite3 connection;

    static SqliteConnection() => Batteries_V2.Init();

    public SqliteConnection(string path, bool create)
    {
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var code = raw.sqlite3_open_v2(path, out connection, flags, null);
        if (code != raw.SQLITE_OK)
        {
            connection?.Dispose();
            throw new SqliteFault(code, "open");
        }

        raw.sqlite3_busy_timeout(connection, BusyTimeoutMs);
    }

    /// <summary>The rows that the last statement inserted, changed or deleted.</summary>
    public int Changes => raw.sqlite3_changes(connection);

    public static void Check(int code, string operation)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteFault(code, operation);
        }
    }

    public SqliteStatement Prepare(string sql) => new(connection, sql);

    /// <summary>Runs statements that answer nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(connection, sql), "execute");

    /// <summary>The first column of the first row.</summary>
    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Ends a transaction that failed; SQLite may have ended it already.</summary>
    public void Rollback() => _ = raw.sqlite3_exec(connection, "ROLLBACK");

    public virtual void Dispose()
    {
        connection.Dispose();
        GC.SuppressFinalize(this);
    }
}
