namespace Parsimony.Caching;

/// <summary>Where the cache found an answer.</summary>
public enum CacheTier
{
    /// <summary>The memory of this process.</summary>
    L1 = 1,

    /// <summary>The SQLite file, or the distributed cache that the app registered.</summary>
    L2 = 2,

    /// <summary>The compressed archive on disk.</summary>
    L3 = 3,
}
