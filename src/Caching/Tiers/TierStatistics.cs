namespace Parsimony.Caching;

/// <summary>What one tier of the cache holds and did since it was opened.</summary>
/// <param name="Entries">The entries held now.</param>
/// <param name="Bytes">The bytes held now, as the tier counts them against its bound.</param>
/// <param name="Hits">Reads that found an entry here.</param>
/// <param name="Misses">Reads that came here and found nothing.</param>
/// <param name="Evictions">Entries that left for want of space.</param>
/// <param name="Demotions">Entries handed to the tier below.</param>
/// <param name="Promotions">Entries handed to the tier above.</param>
public readonly record struct TierStatistics(
    long Entries, long Bytes, long Hits, long Misses, long Evictions, long Demotions, long Promotions);
