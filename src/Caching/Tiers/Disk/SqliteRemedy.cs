namespace Parsimony.Caching;

/// <summary>What to do after an error of SQLite.</summary>
internal enum SqliteRemedy
{
    /// <summary>This operation is lost, the next may work: the file is locked by another or the disk is full.</summary>
    SkipOnce,

    /// <summary>Close the file and try to open it again after a while: it cannot be reached or written.</summary>
    Retire,

    /// <summary>Move the file aside and start an empty one: it cannot be read.</summary>
    Rebuild,
}
