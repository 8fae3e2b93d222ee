using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace Parsimony.Caching;

/// <summary>An entry of the memory tier. It enters the cache when it is disposed, as <see cref="IMemoryCache"/> has it, and must not change after that.</summary>
internal sealed class L1Entry(BoundedMemoryCache owner, object key) : ICacheEntry
{
    private List<PostEvictionCallbackRegistration>? callbacks;
    private List<IChangeToken>? tokens;
    private bool committed;

    public object Key { get; } = key;

    public object? Value { get; set; }

    public DateTimeOffset? AbsoluteExpiration { get; set; }

    public TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }

    /// <summary>Gets or sets the time an unread entry stays; it is counted from when the entry came in, reads do not prolong it.</summary>
    public TimeSpan? SlidingExpiration { get; set; }

    public IList<IChangeToken> ExpirationTokens => tokens ??= [];

    public IList<PostEvictionCallbackRegistration> PostEvictionCallbacks => callbacks ??= [];

    public CacheItemPriority Priority { get; set; }

    /// <summary>Gets or sets the size of the value in bytes.</summary>
    public long? Size { get; set; }

    /// <summary>Gets or sets the bytes that this entry counts against the bound.</summary>
    public long Charge { get; set; }

    /// <summary>Gets or sets when the entry ends, in UTC ticks.</summary>
    public long ExpiresTicks { get; set; }

    /// <summary>Gets or sets the number of the entry in the order of arrival.</summary>
    public long Sequence { get; set; }

    public L1Entry? Previous { get; set; }

    public L1Entry? Next { get; set; }

    /// <summary>Gets or sets what the eviction order keeps about this entry.</summary>
    public object? OrderState { get; set; }

    public bool IsExpired(long now) => now >= ExpiresTicks || (tokens is { Count: > 0 } && tokens.Exists(static t => t.HasChanged));

    /// <summary>Tells who wanted to know that the entry is gone. Called outside any lock.</summary>
    public void Announce(EvictionReason reason)
    {
        foreach (var callback in callbacks ?? [])
        {
            callback.EvictionCallback?.Invoke(Key, Value, reason, callback.State);
        }
    }

    public void Dispose()
    {
        if (!committed)
        {
            committed = true;
            owner.Commit(this);
        }
    }
}
