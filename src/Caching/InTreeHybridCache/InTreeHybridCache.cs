using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching;

/// <summary>
/// A small <see cref="HybridCache"/> for feeds that lack Microsoft's: memory, then a distributed cache, then the caller's factory,
/// which runs once for all who ask at the same time. It passes the same tests.
/// </summary>
internal sealed class InTreeHybridCache(IServiceProvider services) : HybridCache
{
    private static readonly TimeSpan DefaultExpiration = TimeSpan.FromMinutes(5);

    private readonly ItemMemory memory = new(services.GetRequiredService<IMemoryCache>());
    private readonly IDistributedCache? l2 = services.GetService<IDistributedCache>();
    private readonly TimeProvider clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly ItemSerializers serializers = new(services);
    private readonly ConcurrentDictionary<(string Key, Type Type, HybridCacheEntryFlags Flags), object> flights = new();
    private readonly RemovedTags removedTags = new(
        services.GetService<IDistributedCache>(), services.GetService<TimeProvider>() ?? TimeProvider.System, HousekeepingKeys.HybridCacheTag);

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flags = options?.Flags ?? HybridCacheEntryFlags.None;
        if (string.IsNullOrWhiteSpace(key))
        {
            return flags.HasFlag(HybridCacheEntryFlags.DisableUnderlyingData) ? default! : await factory(state, cancellationToken).ConfigureAwait(false);
        }

        if (!flags.HasFlag(HybridCacheEntryFlags.DisableLocalCacheRead) && memory.Get<T>(key) is { } item)
        {
            if (!await removedTags.CoversAsync(item.Created, item.Tags, cancellationToken).ConfigureAwait(false))
            {
                return item.Shared is null ? serializers.Read<T>(item.Bytes) : item.Shared;
            }

            memory.Remove(key);
        }

        if (flags.HasFlag(HybridCacheEntryFlags.DisableUnderlyingData))
        {
            // Nothing here is worth sharing between callers: it is one look into the second tier.
            return (await FindAsync<T>(key, flags, options, cancellationToken).ConfigureAwait(false)).Value!;
        }

        var names = tags?.ToArray() ?? [];
        return await ShareAsync((key, typeof(T), flags), Produce, cancellationToken).ConfigureAwait(false);

        async Task<T> Produce(CancellationToken token)
        {
            var created = clock.GetUtcNow().UtcTicks; // before the factory: what is removed while it runs covers its result
            var (found, value) = await FindAsync<T>(key, flags, options, token).ConfigureAwait(false);
            if (!found)
            {
                value = await factory(state, token).ConfigureAwait(false);
                await StoreAsync(key, value!, created, flags, options, names, token).ConfigureAwait(false);
            }

            return value!;
        }
    }

    public override ValueTask SetAsync<T>(
        string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(key)
            ? default
            : StoreAsync(key, value, clock.GetUtcNow().UtcTicks, options?.Flags ?? HybridCacheEntryFlags.None, options, tags?.ToArray() ?? [], cancellationToken);

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        memory.Remove(key);
        return l2 is null ? default : new(l2.RemoveAsync(key, cancellationToken));
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(tag) ? default : removedTags.MarkAsync(tag, cancellationToken);

    private async Task<T> ShareAsync<T>(
        (string Key, Type Type, HybridCacheEntryFlags Flags) name, Func<CancellationToken, Task<T>> start, CancellationToken cancellationToken)
    {
        while (true)
        {
            var flight = (Flight<T>)flights.GetOrAdd(name, static (_, start) => new Flight<T>(start), start);
            if (flight.TryJoin(out var work))
            {
                try
                {
                    return await work.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    flight.Leave();
                    if (work.IsCompleted)
                    {
                        flights.TryRemove(new(name, flight));
                    }
                }
            }

            flights.TryRemove(new(name, flight));
        }
    }

    private async ValueTask<(bool Found, T? Value)> FindAsync<T>(
        string key, HybridCacheEntryFlags flags, HybridCacheEntryOptions? options, CancellationToken cancellationToken)
    {
        if (l2 is null || flags.HasFlag(HybridCacheEntryFlags.DisableDistributedCacheRead)
            || await l2.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } bytes
            || HybridPayload.Read(bytes, key) is not { } payload
            || payload.Expires <= clock.GetUtcNow().UtcTicks
            || await removedTags.CoversAsync(payload.Created, payload.Tags, cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        var value = serializers.Read<T>(payload.Value);
        if (!flags.HasFlag(HybridCacheEntryFlags.DisableLocalCacheWrite))
        {
            var remaining = TimeSpan.FromTicks(payload.Expires - clock.GetUtcNow().UtcTicks);
            var wanted = options?.LocalCacheExpiration ?? options?.Expiration ?? remaining;
            memory.Set(key, new CachedItem<T>(ItemSerializers.Shareable(value), payload.Value, payload.Created, payload.Tags), wanted < remaining ? wanted : remaining);
        }

        return (true, value);
    }

    private async ValueTask StoreAsync<T>(
        string key, T value, long created, HybridCacheEntryFlags flags, HybridCacheEntryOptions? options, string[] tags, CancellationToken cancellationToken)
    {
        var bytes = serializers.Write(value);
        var expiration = options?.Expiration ?? DefaultExpiration;
        if (!flags.HasFlag(HybridCacheEntryFlags.DisableLocalCacheWrite))
        {
            var local = options?.LocalCacheExpiration ?? expiration;
            memory.Set(key, new CachedItem<T>(ItemSerializers.Shareable(value), bytes, created, tags), local < expiration ? local : expiration);
        }

        if (l2 is not null && !flags.HasFlag(HybridCacheEntryFlags.DisableDistributedCacheWrite))
        {
            var expires = clock.GetUtcNow().UtcTicks + Math.Min(expiration.Ticks, TimeSpan.FromDays(3650).Ticks);
            await l2.SetAsync(key, HybridPayload.Write(key, created, expires, tags, bytes.Span),
                new() { AbsoluteExpirationRelativeToNow = expiration }, cancellationToken).ConfigureAwait(false);
        }
    }
}
