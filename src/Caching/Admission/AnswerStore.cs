using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Keeps an answer that may be kept.</summary>
internal sealed class AnswerStore(EntryMaker maker, EntryStore entries, SameAnswerSearch search, TagRemovals removals, CacheCounters counters)
{
    /// <returns>What became of the answer; and its entry, which may be shared with those who wait even where the tiers did not take it.</returns>
    public async ValueTask<(StoreResult Result, CacheEntry? Entry)> StoreAsync(
        CachePlan plan, SameAnswerQuery? query, ChatResponse response, AnswerOrigin origin, IEnumerable<string>? tags, CancellationToken cancellationToken)
    {
        var allTags = maker.Tags(tags);
        var reason = removals.After(plan.Sequence, allTags) ? DeclineReason.TagRemoved : DeclineReason.None;
        byte[] payload = [];
        if (reason == DeclineReason.None)
        {
            reason = maker.TryMake(plan, response, origin, query, allTags, out payload);
        }

        return reason == DeclineReason.None
            ? await WriteAsync(plan, payload, allTags, cancellationToken).ConfigureAwait(false)
            : (Count(new StoreResult(null, reason)), null);
    }

    private async ValueTask<(StoreResult Result, CacheEntry? Entry)> WriteAsync(
        CachePlan plan, byte[] payload, IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        var entry = CacheEntry.TryRead(payload) ?? throw new InvalidOperationException("A new entry cannot be read back.");
        var declined = await entries.WriteAsync(entry, payload, tags, cancellationToken).ConfigureAwait(false);
        if (declined != DeclineReason.None)
        {
            return (Count(new StoreResult(null, declined)), entry);
        }

        // A tag removed between the first look and the write may have been removed before the entry was there.
        if (removals.After(plan.Sequence, tags))
        {
            await entries.RemoveAsync(entry.Id.Key, cancellationToken).ConfigureAwait(false);
            return (Count(new StoreResult(null, DeclineReason.TagRemoved)), null);
        }

        search.Add(entry);
        return (Count(new StoreResult(entry.Id.ToString(), DeclineReason.None)), entry);
    }

    private StoreResult Count(StoreResult result)
    {
        counters.Store(result.Declined);
        CacheMetrics.Store(result.Declined);
        return result;
    }
}
