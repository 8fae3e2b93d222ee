using Microsoft.Extensions.Caching.Memory;

namespace Parsimony.Caching;

/// <summary>The memory tier as the in-tree cache uses it.</summary>
internal sealed class ItemMemory(IMemoryCache cache)
{
    public CachedItem<T>? Get<T>(string key) => cache.TryGetValue(key, out var value) ? value as CachedItem<T> : null;

    public void Set<T>(string key, CachedItem<T> item, TimeSpan expiration)
    {
        using var entry = cache.CreateEntry(key);
        entry.Value = item;
        entry.Size = item.Bytes.Length;
        entry.AbsoluteExpirationRelativeToNow = expiration;
    }

    public void Remove(string key) => cache.Remove(key);
}
