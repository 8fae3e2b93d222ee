namespace Parsimony.Caching;

/// <summary>
/// Entries in the tiers. What is damaged, expired or quarantined is a miss and is removed; a fault of the tiers is a miss too.
/// Only the caller's own cancellation comes through.
/// </summary>
internal sealed class EntryStore(
    ITieredStore tiers, TimeProvider time, QuarantineLedger quarantine, CacheCounters counters, FailOpen failOpen)
{
    public async ValueTask<FoundEntry?> ReadAsync(CacheDigest key, CancellationToken cancellationToken)
    {
        try
        {
            var storeKey = StoreKey.Of(key);
            var stored = await tiers.ReadAsync(storeKey, cancellationToken).ConfigureAwait(false);
            if (stored is not { } found)
            {
                return null;
            }

            var entry = Check(found.Payload, key);
            if (entry is null)
            {
                await tiers.RemoveAsync(storeKey, cancellationToken).ConfigureAwait(false);
                return null;
            }

            return new FoundEntry(entry, found.Tier);
        }
        catch (Exception e) when (!IsCancellation(e, cancellationToken))
        {
            failOpen.Report("cache.read", e);
            return null;
        }
    }

    /// <summary>The partition of an entry, also of one in quarantine. Nobody can cancel this; a fault of the tiers is a partition that is not known.</summary>
    public async ValueTask<CacheDigest?> PartitionOfAsync(CacheDigest key)
    {
        try
        {
            return await tiers.ReadAsync(StoreKey.Of(key), CancellationToken.None).ConfigureAwait(false) is { } found
                && CacheEntry.TryRead(found.Payload) is { } entry && entry.Id.Key == key ? entry.Partition : null;
        }
        catch (Exception e)
        {
            failOpen.Report("cache.read", e);
            return null;
        }
    }

    /// <returns>Why the entry is in no tier; <see cref="DeclineReason.None"/> where it is in one.</returns>
    public async ValueTask<DeclineReason> WriteAsync(CacheEntry entry, ReadOnlyMemory<byte> payload, IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        try
        {
            var left = TimeSpan.FromTicks(entry.ExpiresTicks - time.GetUtcNow().UtcTicks);
            return await tiers.WriteAsync(StoreKey.Of(entry.Id.Key), payload, left, tags, cancellationToken).ConfigureAwait(false)
                ? DeclineReason.None
                : DeclineReason.NoRoom;
        }
        catch (Exception e) when (!IsCancellation(e, cancellationToken))
        {
            failOpen.Report("cache.write", e);
            return DeclineReason.Fault;
        }
    }

    public ValueTask RemoveAsync(CacheDigest key, CancellationToken cancellationToken) => tiers.RemoveAsync(StoreKey.Of(key), cancellationToken);

    /// <summary>Whether an entry's own time is over. The tiers keep time too; the entry's word counts, wherever it was promoted to.</summary>
    public bool IsExpired(CacheEntry entry) => entry.ExpiresTicks <= time.GetUtcNow().UtcTicks;

    /// <summary>An answer that turned out to be unreadable although its entry was whole.</summary>
    public async ValueTask DropCorruptAsync(CacheDigest key, CancellationToken cancellationToken)
    {
        CountCorrupt();
        try
        {
            await RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsCancellation(e, cancellationToken))
        {
            failOpen.Report("cache.remove", e);
        }
    }

    private static bool IsCancellation(Exception e, CancellationToken cancellationToken) =>
        e is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private CacheEntry? Check(ReadOnlyMemory<byte> payload, CacheDigest key)
    {
        var entry = CacheEntry.TryRead(payload);
        if (entry is null || entry.Id.Key != key)
        {
            CountCorrupt();
            return null;
        }

        return IsExpired(entry) || quarantine.Holds(entry.Id) ? null : entry;
    }

    private void CountCorrupt()
    {
        counters.Corrupt();
        CacheMetrics.Corrupt();
    }
}
