using System.Runtime.CompilerServices;
using Microsoft.Extensions.Caching.Hybrid;

namespace Parsimony.Caching;

/// <summary>The tiers behind one door: what is read is checked, what is removed is removed everywhere, and no fault comes through.</summary>
internal sealed class HybridTieredStore(
    IAsyncDisposable provider, HybridCache hybrid, BoundedMemoryCache memory, DiskTiers? disk,
    RemovedTags removedTags, TimeProvider clock, StoreFaults faults, TierCounters[] counters, bool hasL2) : ITieredStore
{
    private static readonly TimeSpan LongestExpiration = TimeSpan.FromDays(3650);

    private readonly HybridReader reader = new(hybrid, disk, faults);
    private readonly TierCounters l1 = counters[0];
    private readonly TierCounters l2 = counters[1];
    private readonly TierCounters l3 = counters[2];
    private readonly RemovedKeys removedKeys = new(clock);

    public long Faults => faults.FailOpen.Counts.Values.Sum();

    public bool IsDiskAway => disk?.Table.IsAway == true;

    public async ValueTask<StoredEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var (blob, tier) = await reader.FindAsync(key, cancellationToken).ConfigureAwait(false);
            Count(tier);
            if (blob is null)
            {
                return null;
            }

            if (tier != CacheTier.L1 && !blob.IsIntact(key))
            {
                faults.ReportCorrupt(tier.ToString()!);
            }
            else if (await IsValidAsync(key, blob, cancellationToken).ConfigureAwait(false))
            {
                return new(blob.Payload, tier!.Value);
            }

            await DropAsync(key).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            faults.Report(fault);
        }

        return null;
    }

    public async ValueTask<bool> WriteAsync(
        string key, ReadOnlyMemory<byte> payload, TimeSpan expiration, IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (expiration <= TimeSpan.Zero)
        {
            return false;
        }

        var trace = WriteTrace.Start(key);
        try
        {
            expiration = expiration < LongestExpiration ? expiration : LongestExpiration;
            var now = clock.GetUtcNow();
            var blob = StoredBlob.Create(key, payload, (now + expiration).UtcTicks, now.UtcTicks, tags);
            disk?.StageTags(key, tags);
            try
            {
                await hybrid.SetAsync(key, blob, new() { Expiration = expiration, LocalCacheExpiration = expiration }, tags, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                disk?.UnstageTags(key, tags);
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            faults.Report(fault);
        }

        return trace.IsTaken;
    }

    // A removal is carried out whatever the token says: it may be a wrong answer that must not be served again.
    public async ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        removedKeys.Mark(key);
        try
        {
            await DropAsync(key).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            faults.Report(fault);
        }
    }

    public async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return;
        }

        try
        {
            // The marks first: they cover what is just moving between the tiers. Then the bytes.
            await removedTags.MarkAsync(tag, CancellationToken.None).ConfigureAwait(false);
            await hybrid.RemoveByTagAsync(tag, CancellationToken.None).ConfigureAwait(false);
            if (tag == RemovedTags.All)
            {
                disk?.Clear();
                memory.Reclaim(1);
            }
            else
            {
                disk?.RemoveTagged(tag);
            }
        }
        catch (Exception fault)
        {
            faults.Report(fault);
        }
    }

    public async IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in (disk?.Keys() ?? []).Concat(memory.Keys.OfType<string>()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (seen.Add(key) && await PeekAsync(key, cancellationToken).ConfigureAwait(false) is { } payload)
            {
                yield return new(key, payload);
            }
        }
    }

    public long Reclaim(double fraction) => memory.Reclaim(fraction);

    public TierStatistics GetStatistics(CacheTier tier)
    {
        var (bytes, entries) = tier switch
        {
            CacheTier.L1 => memory.Total,
            CacheTier.L2 => disk?.Table.Total ?? default,
            _ => disk?.Archive?.Total ?? default,
        };
        return counters[(int)tier - 1].With(entries, bytes);
    }

    public ValueTask MaintainAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        memory.DropExpired();
        removedKeys.Forget();
        disk?.Maintain();
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync().ConfigureAwait(false);
        disk?.Dispose();
        memory.Dispose();
        reader.Dispose();
    }

    private async ValueTask<bool> IsValidAsync(string key, StoredBlob blob, CancellationToken cancellationToken) =>
        blob.Expires > clock.GetUtcNow().UtcTicks
        && !removedKeys.Covers(key, blob.Created)
        && !await removedTags.CoversAsync(blob.Created, blob.Tags, cancellationToken).ConfigureAwait(false);

    private async ValueTask<ReadOnlyMemory<byte>?> PeekAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await reader.PeekAsync(key, cancellationToken).ConfigureAwait(false);
            if (blob?.IsIntact(key) == true && await IsValidAsync(key, blob, cancellationToken).ConfigureAwait(false))
            {
                return blob.Payload;
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            faults.Report(fault);
        }

        return null;
    }

    private async ValueTask DropAsync(string key)
    {
        await hybrid.RemoveAsync(key, CancellationToken.None).ConfigureAwait(false);
        disk?.Remove(key);
    }

    private void Count(CacheTier? tier)
    {
        l1.Looked(found: tier == CacheTier.L1);
        if (tier == CacheTier.L1 || !hasL2)
        {
            return;
        }

        l2.Looked(found: tier == CacheTier.L2);
        if (tier == CacheTier.L2)
        {
            l2.Promoted();
        }
        else if (disk?.Archive is not null)
        {
            l3.Looked(found: tier == CacheTier.L3);
        }
    }
}
