using SQLitePCL;

namespace Parsimony.Caching;

/// <summary>A prepared statement, used again and again by the one thread that holds its connection.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        SqliteConnection.Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), "prepare");
    }

    public SqliteStatement Bind(int index, long value)
    {
        SqliteConnection.Check(raw.sqlite3_bind_int64(statement, index, value), "bind");
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        SqliteConnection.Check(raw.sqlite3_bind_text(statement, index, value), "bind");
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        SqliteConnection.Check(
            value.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, index, 0) : raw.sqlite3_bind_blob(statement, index, value), "bind");
        return this;
    }

    /// <summary>Steps to the next row; without one the statement is ready to be bound again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(statement);
        SqliteConnection.Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code, "step");
        return false;
    }

    /// <summary>Runs a statement that answers no row.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public long Int64(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <summary>The bytes of a column, valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();
}
