using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace Parsimony.Caching;

/// <summary>
/// Which tags were removed, and when: an entry made before that is gone, in whichever tier it still lies. The marks are written
/// to the second tier, so they hold after a restart and reach other processes within <see cref="RefreshAfter"/>.
/// </summary>
internal sealed class RemovedTags(IDistributedCache? l2, TimeProvider clock, string keyPrefix)
{
    /// <summary>The tag that every entry has.</summary>
    public const string All = "*";

    private const int MostTagsKnown = 100_000;
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromSeconds(5);
    private static readonly DistributedCacheEntryOptions KeptFor = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1000) };

    private readonly ConcurrentDictionary<string, Mark> marks = new(StringComparer.Ordinal);

    /// <summary>Whether the entry was made before one of its tags was removed.</summary>
    public ValueTask<bool> CoversAsync(long created, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (!TryGet(All, now, out var removed))
        {
            return AskAsync(created, tags, cancellationToken);
        }

        var covered = removed >= created;
        for (var i = 0; i < tags.Count; i++)
        {
            if (!TryGet(tags[i], now, out removed))
            {
                return AskAsync(created, tags, cancellationToken);
            }

            covered |= removed >= created;
        }

        return new(covered);
    }

    /// <summary>Notes that a tag is removed as of now.</summary>
    public async ValueTask MarkAsync(string tag, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        Note(tag, new(now, now));
        if (l2 is not null)
        {
            var bytes = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, now);
            await l2.SetAsync(keyPrefix + tag, bytes, KeptFor, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> AskAsync(long created, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var covered = await RemovedAtAsync(All, cancellationToken).ConfigureAwait(false) >= created;
        for (var i = 0; i < tags.Count; i++)
        {
            covered |= await RemovedAtAsync(tags[i], cancellationToken).ConfigureAwait(false) >= created;
        }

        return covered;
    }

    private async ValueTask<long> RemovedAtAsync(string tag, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (TryGet(tag, now, out var known))
        {
            return known;
        }

        var bytes = await l2!.GetAsync(keyPrefix + tag, cancellationToken).ConfigureAwait(false);
        var stored = bytes?.Length == sizeof(long) ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        return Note(tag, new(stored, now)).RemovedAt;
    }

    private bool TryGet(string tag, long now, out long removedAt)
    {
        var known = marks.TryGetValue(tag, out var mark);
        removedAt = mark.RemovedAt;
        return l2 is null || (known && now - mark.CheckedAt < RefreshAfter.Ticks);
    }

    private Mark Note(string tag, Mark mark)
    {
        if (l2 is not null && marks.Count > MostTagsKnown)
        {
            marks.Clear(); // they can be read again
        }

        return marks.AddOrUpdate(tag, mark, (_, old) => new(Math.Max(old.RemovedAt, mark.RemovedAt), mark.CheckedAt));
    }

    private readonly record struct Mark(long RemovedAt, long CheckedAt);
}
