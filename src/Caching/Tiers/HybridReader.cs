using Microsoft.Extensions.Caching.Hybrid;

namespace Parsimony.Caching;

/// <summary>
/// Finds entries. <c>HybridCache</c> joins memory and the second tier; the archive is asked when both have nothing, and what it
/// holds is handed to <c>HybridCache</c> to read, which so stays the only judge of what is still valid.
/// </summary>
internal sealed class HybridReader(HybridCache hybrid, DiskTiers? disk, StoreFaults faults) : IDisposable
{
    // Nothing is ever produced here: the model does not run inside a cache's factory.
    private static readonly HybridCacheEntryOptions ReadOnly = Options(HybridCacheEntryFlags.DisableUnderlyingData);
    private static readonly HybridCacheEntryOptions PeekAtDisk = Options(HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCache);
    private static readonly HybridCacheEntryOptions PeekAtMemory = Options(HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableDistributedCache);

    // One hand-over at a time: two for one key would end each other's.
    private readonly SemaphoreSlim handingOver = new(1);

    /// <summary>Reads an entry and says which tier held it.</summary>
    public async ValueTask<(StoredBlob? Blob, CacheTier? Tier)> FindAsync(string key, CancellationToken cancellationToken)
    {
        var moves = disk?.Moves ?? 0;
        ReadTrace.Start();
        var pending = ThroughHybrid(key, ReadOnly, cancellationToken);
        var inMemory = ReadTrace.AnsweredByL1; // before the first await
        if (await pending.ConfigureAwait(false) is { } blob)
        {
            return (blob, inMemory ? CacheTier.L1 : CacheTier.L2);
        }

        if (disk?.Archive is not { } archive)
        {
            return default;
        }

        if (archive.Contains(key) && !disk.IsRemoved(key)
            && await PromoteAsync(key, disk, archive, cancellationToken).ConfigureAwait(false) is { } promoted)
        {
            return (promoted, CacheTier.L3);
        }

        // Another reader may have moved it up since; then the second tier has it by now.
        return moves != disk.Moves && await ThroughHybrid(key, ReadOnly, cancellationToken).ConfigureAwait(false) is { } moved
            ? (moved, CacheTier.L2)
            : default;
    }

    /// <summary>Reads an entry where it lies, without moving it or noting that it was read.</summary>
    public async ValueTask<StoredBlob?> PeekAsync(string key, CancellationToken cancellationToken) =>
        disk?.Peek(key) is { } row
            ? await HandOverAsync(row, PeekAtDisk, cancellationToken).ConfigureAwait(false)
            : await ThroughHybrid(key, PeekAtMemory, cancellationToken).ConfigureAwait(false);

    public void Dispose() => handingOver.Dispose();

    private static HybridCacheEntryOptions Options(HybridCacheEntryFlags flags) => new() { Flags = flags, Expiration = TimeSpan.FromDays(3650) };

    private async ValueTask<StoredBlob?> PromoteAsync(string key, DiskTiers disk, CompressedArchive archive, CancellationToken cancellationToken)
    {
        await handingOver.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var row = archive.Peek(key, out var corrupt);
            if (row is null)
            {
                if (corrupt)
                {
                    faults.ReportCorrupt("L3");
                }

                return null;
            }

            var blob = await WithHandOverAsync(row, ReadOnly, disk, cancellationToken).ConfigureAwait(false);
            if (blob is null)
            {
                archive.Remove(key); // expired, or its tag was removed
            }
            else
            {
                disk.Promote(row);
            }

            return blob;
        }
        finally
        {
            handingOver.Release();
        }
    }

    private async ValueTask<StoredBlob?> HandOverAsync(DiskRow row, HybridCacheEntryOptions options, CancellationToken cancellationToken)
    {
        await handingOver.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await WithHandOverAsync(row, options, disk!, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            handingOver.Release();
        }
    }

    private async ValueTask<StoredBlob?> WithHandOverAsync(DiskRow row, HybridCacheEntryOptions options, DiskTiers disk, CancellationToken cancellationToken)
    {
        disk.HandOver(row.Key, row.Value);
        try
        {
            return await ThroughHybrid(row.Key, options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            disk.EndHandOver(row.Key);
        }
    }

    // Our own tiers do not wait, so a token would only cost a hop to another thread; a remote one may hang.
    private ValueTask<StoredBlob?> ThroughHybrid(string key, HybridCacheEntryOptions options, CancellationToken cancellationToken) =>
        hybrid.GetOrCreateAsync<object?, StoredBlob?>(
            key, null, static (_, _) => new((StoredBlob?)null), options, null, disk is null ? cancellationToken : CancellationToken.None);
}
