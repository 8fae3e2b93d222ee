using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Parsimony.Caching.Tests;

/// <summary>Tiers in a dictionary, which a test can make fail or damage.</summary>
internal sealed class MemoryTiers(TimeProvider time) : ITieredStore
{
    public ConcurrentDictionary<string, Item> Items { get; } = new();

    /// <summary>Gets or sets what every operation throws.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Gets or sets what runs before each read.</summary>
    public Func<Task>? BeforeRead { get; set; }

    /// <summary>Gets or sets what runs before each write.</summary>
    public Func<Task>? BeforeWrite { get; set; }

    /// <summary>Gets or sets a value indicating whether writes are turned away.</summary>
    public bool Refuses { get; set; }

    public int Reads { get; private set; }

    public async ValueTask<StoredEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        Reads++;
        ThrowIfFaulty();
        cancellationToken.ThrowIfCancellationRequested();
        if (BeforeRead is { } before)
        {
            await before();
        }

        return Items.TryGetValue(key, out var item) && item.Expires > time.GetUtcNow()
            ? new StoredEntry(item.Payload, CacheTier.L1)
            : null;
    }

    public async ValueTask<bool> WriteAsync(string key, ReadOnlyMemory<byte> payload, TimeSpan expiration, IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        ThrowIfFaulty();
        if (BeforeWrite is { } before)
        {
            await before();
        }

        if (Refuses)
        {
            return false;
        }

        Items[key] = new Item(payload, tags, time.GetUtcNow() + expiration);
        return true;
    }

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        ThrowIfFaulty();
        Items.TryRemove(key, out _);
        return default;
    }

    public ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken)
    {
        ThrowIfFaulty();
        foreach (var (key, item) in Items)
        {
            if (tag == "*" || item.Tags.Contains(tag))
            {
                Items.TryRemove(key, out _);
            }
        }

        return default;
    }

    public async IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ThrowIfFaulty();
        await Task.CompletedTask;
        foreach (var (key, item) in Items)
        {
            yield return new(key, item.Payload);
        }
    }

    public long Reclaim(double fraction)
    {
        var bytes = Items.Values.Sum(i => (long)i.Payload.Length);
        Items.Clear();
        return bytes;
    }

    public TierStatistics GetStatistics(CacheTier tier) => tier == CacheTier.L1
        ? new(Items.Count, Items.Values.Sum(i => (long)i.Payload.Length), 0, 0, 0, 0, 0)
        : default;

    public ValueTask MaintainAsync(CancellationToken cancellationToken) => default;

    public ValueTask DisposeAsync() => default;

    private void ThrowIfFaulty()
    {
        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    internal sealed record Item(ReadOnlyMemory<byte> Payload, IReadOnlyCollection<string> Tags, DateTimeOffset Expires);
}
