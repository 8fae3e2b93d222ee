using System.Buffers;
using Microsoft.Extensions.Caching.Distributed;

namespace Parsimony.Caching;

/// <summary>
/// The disk tiers as a distributed cache, for <c>HybridCache</c> to stand on. Everything is done on the caller's thread: a read
/// takes microseconds and a wait for another's lock is bounded. A sliding expiration is taken as an absolute one.
/// </summary>
internal sealed class SqliteDistributedCache(DiskTiers tiers, TimeProvider timeProvider) : IBufferDistributedCache
{
    public bool TryGet(string key, IBufferWriter<byte> destination)
    {
        ReadTrace.AskedL2(key);
        if (tiers.TryGetHandedOver(key, out var value))
        {
            destination.Write(value.Span);
            return true;
        }

        return !tiers.IsRemoved(key) && tiers.Table.TryCopy(key, destination);
    }

    public byte[]? Get(string key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        return TryGet(key, buffer) ? buffer.WrittenSpan.ToArray() : null;
    }

    public void Set(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options) => Store(key, value.ToArray(), options);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Store(key, value.ToArray(), options);

    public void Remove(string key) => tiers.Remove(key);

    public void Refresh(string key)
    {
    }

    public ValueTask<bool> TryGetAsync(string key, IBufferWriter<byte> destination, CancellationToken token = default) =>
        token.IsCancellationRequested ? ValueTask.FromCanceled<bool>(token) : new(TryGet(key, destination));

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        token.IsCancellationRequested ? Task.FromCanceled<byte[]?>(token) : Task.FromResult(Get(key));

    public ValueTask SetAsync(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        if (token.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(token);
        }

        Set(key, value, options);
        return ValueTask.CompletedTask;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        SetAsync(key, new ReadOnlySequence<byte>(value), options, token).AsTask();

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        // A removal is carried out whatever the token says: it may be a wrong answer that must not be served again.
        Remove(key);
        return Task.CompletedTask;
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    private void Store(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        var now = timeProvider.GetUtcNow();
        var expires = options.AbsoluteExpirationRelativeToNow is { } relative ? Saturated(now, relative)
            : options.AbsoluteExpiration?.UtcTicks
            ?? (options.SlidingExpiration is { } sliding ? Saturated(now, sliding) : DateTime.MaxValue.Ticks);
        tiers.Put(key, value, expires, HousekeepingKeys.Contains(key));
    }

    private static long Saturated(DateTimeOffset now, TimeSpan span) =>
        span.Ticks > DateTime.MaxValue.Ticks - now.UtcTicks ? DateTime.MaxValue.Ticks : now.UtcTicks + span.Ticks;
}
