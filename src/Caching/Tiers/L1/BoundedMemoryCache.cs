using System.Numerics;
using Microsoft.Extensions.Caching.Memory;

namespace Parsimony.Caching;

/// <summary>
/// The first tier: a memory cache bounded in bytes, in shards so that threads rarely wait for each other. Each shard holds its
/// share of the bound, so the whole never exceeds it, not even for a moment.
/// </summary>
internal sealed class BoundedMemoryCache : IMemoryCache
{
    /// <summary>What an entry costs beside its value: its object, its place in the table and in the order, its key.</summary>
    public const int EntryOverhead = 256;

    // A shard smaller than this would turn away ordinary answers as too large.
    private const long SmallestShard = 4L << 20;
    private const int MostShards = 16;

    private readonly L1Shard[] shards;
    private readonly TimeProvider timeProvider;
    private readonly TierCounters? counters;

    public BoundedMemoryCache(long maxBytes, EvictionPolicy policy, TimeProvider timeProvider, TierCounters? counters = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(Environment.ProcessorCount * 2, 1, MostShards));
        while (count > 1 && maxBytes / count < SmallestShard)
        {
            count /= 2;
        }

        shards = new L1Shard[count];
        for (var i = 0; i < count; i++)
        {
            shards[i] = new(maxBytes / count, EvictionOrders.Create(policy));
        }

        this.timeProvider = timeProvider;
        this.counters = counters;
    }

    /// <summary>Gets the bytes and the entries held.</summary>
    public (long Bytes, long Entries) Total
    {
        get
        {
            var total = (Bytes: 0L, Entries: 0L);
            foreach (var shard in shards)
            {
                var (bytes, entries) = shard.Total;
                total = (total.Bytes + bytes, total.Entries + entries);
            }

            return total;
        }
    }

    /// <summary>Gets the keys held now.</summary>
    public IEnumerable<object> Keys => shards.SelectMany(static s => s.Keys());

    public bool TryGetValue(object key, out object? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = ShardOf(key).TryGet(key, timeProvider.GetUtcNow().UtcTicks, out value);
        if (found)
        {
            ReadTrace.FoundInL1();
        }

        return found;
    }

    public ICacheEntry CreateEntry(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new L1Entry(this, key);
    }

    public void Remove(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ShardOf(key).Remove(key);
    }

    /// <summary>Evicts a part of what is held.</summary>
    /// <param name="fraction">The part to drop, 0 to 1.</param>
    /// <returns>The bytes given back.</returns>
    public long Reclaim(double fraction)
    {
        var keep = 1 - Math.Clamp(double.IsNaN(fraction) ? 0 : fraction, 0, 1);
        var freed = 0L;
        foreach (var shard in shards)
        {
            var (bytes, entries) = shard.Shrink(keep);
            freed += bytes;
            counters?.Evicted(entries);
        }

        return freed;
    }

    public void DropExpired()
    {
        foreach (var shard in shards)
        {
            shard.DropExpired(timeProvider.GetUtcNow().UtcTicks);
        }
    }

    public void Dispose()
    {
    }

    internal void Commit(L1Entry entry)
    {
        var now = timeProvider.GetUtcNow().UtcTicks;
        entry.ExpiresTicks = Math.Min(
            entry.AbsoluteExpiration?.UtcTicks ?? long.MaxValue,
            Math.Min(After(now, entry.AbsoluteExpirationRelativeToNow), After(now, entry.SlidingExpiration)));
        entry.Charge = (entry.Size ?? 0) + EntryOverhead + (entry.Key is string text ? 2L * text.Length : 0);
        if (entry.ExpiresTicks > now)
        {
            var (kept, evicted) = ShardOf(entry.Key).Put(entry);
            counters?.Evicted(evicted);
            if (kept)
            {
                WriteTrace.Taken(entry.Key);
            }
        }
        else
        {
            Remove(entry.Key);
        }
    }

    private static long After(long now, TimeSpan? span) =>
        span is not { } given || given.Ticks > long.MaxValue - now ? long.MaxValue : now + given.Ticks;

    private L1Shard ShardOf(object key) => shards[(uint)key.GetHashCode() * 0x9E3779B9u >> 16 & (uint)(shards.Length - 1)];
}
