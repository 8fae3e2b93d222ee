namespace Parsimony.Caching;

/// <summary>What the cache does with a turn whose text says that its answer should not simply be shared.</summary>
public enum SensitiveTurnHandling
{
    /// <summary>The call passes the cache by.</summary>
    Bypass,

    /// <summary>The call uses the cache where it names a user, and then only that user's entries; else it passes the cache by.</summary>
    RequireUser,

    /// <summary>The call uses the cache for the very same call only, and its answer is kept for <see cref="ResponseCacheOptions.SensitiveExpiration"/>.</summary>
    ExactOnly,

    /// <summary>The call is treated like any other.</summary>
    Cache,
}
