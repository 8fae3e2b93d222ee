using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>
/// The entries removed a moment ago. While one is removed, a reader may be carrying it from a lower tier into memory; whatever
/// such a reader leaves behind is older than the removal, and so is never served.
/// </summary>
internal sealed class RemovedKeys(TimeProvider clock)
{
    // No read takes this long, and a removal that the disk has not taken in by then is owed by the disk tiers.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private const int ManyKeys = 10_000;

    private readonly ConcurrentDictionary<string, long> removedAt = new(StringComparer.Ordinal);

    public void Mark(string key)
    {
        removedAt[key] = clock.GetUtcNow().UtcTicks;
        if (removedAt.Count > ManyKeys)
        {
            Forget();
        }
    }

    public bool Covers(string key, long created) => !removedAt.IsEmpty && removedAt.TryGetValue(key, out var removed) && removed >= created;

    /// <summary>Drops what is too long ago to matter.</summary>
    public void Forget()
    {
        var before = clock.GetUtcNow().UtcTicks - Remembered.Ticks;
        foreach (var mark in removedAt)
        {
            if (mark.Value < before)
            {
                removedAt.TryRemove(mark);
            }
        }
    }
}
