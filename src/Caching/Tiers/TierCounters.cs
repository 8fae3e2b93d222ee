namespace Parsimony.Caching;

/// <summary>What one tier did, counted without a lock.</summary>
internal sealed class TierCounters
{
    private long hits;
    private long misses;
    private long evictions;
    private long demotions;
    private long promotions;

    public void Looked(bool found) => Interlocked.Increment(ref found ? ref hits : ref misses);

    public void Evicted(long count) => Interlocked.Add(ref evictions, count);

    public void Demoted() => Interlocked.Increment(ref demotions);

    public void Promoted() => Interlocked.Increment(ref promotions);

    public TierStatistics With(long entries, long bytes) => new(
        entries, bytes, Interlocked.Read(ref hits), Interlocked.Read(ref misses), Interlocked.Read(ref evictions),
        Interlocked.Read(ref demotions), Interlocked.Read(ref promotions));
}
