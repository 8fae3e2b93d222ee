namespace Parsimony.Caching;

/// <summary>SQLite answered with an error. The text never holds a key or a value.</summary>
internal sealed class SqliteFault(int code, string operation) : Exception($"SQLite answered {code} to {operation}.")
{
    private const int PrimaryCodeMask = 0xFF;

    /// <summary>A database of another schema; not one of SQLite's own codes.</summary>
    public const int OtherSchema = 200;

    /// <summary>Gets SQLite's primary result code.</summary>
    public int Code { get; } = code & PrimaryCodeMask;

    /// <summary>Gets what is to be done about it.</summary>
    public SqliteRemedy Remedy => Code switch
    {
        1 or 11 or 26 or OtherSchema => SqliteRemedy.Rebuild, // ERROR (a table is missing), CORRUPT, NOTADB
        5 or 6 or 13 => SqliteRemedy.SkipOnce, // BUSY, LOCKED, FULL
        _ => SqliteRemedy.Retire, // CANTOPEN, READONLY, IOERR, PERM, ...
    };
}
