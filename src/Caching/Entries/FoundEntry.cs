namespace Parsimony.Caching;

/// <summary>An entry that was read, and the tier that held it.</summary>
internal readonly record struct FoundEntry(CacheEntry Entry, CacheTier Tier);
