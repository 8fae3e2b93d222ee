namespace Parsimony.Caching;

/// <summary>Finds answers: under the exact key, then among questions with the same answer.</summary>
internal sealed class AnswerLookup(
    EntryStore entries, SameAnswerSearch search, CacheCounters counters, TimeProvider time, FailOpen failOpen, Action<CachedAnswer, CallScope> raiseHit)
{
    /// <summary>The feature under which an app's handler of a hit is counted: no fault of the cache.</summary>
    public const string HitEvent = "cache.hit_event";

    public async ValueTask<FoundAnswer?> ExactAsync(CachePlan plan, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(plan.KeyDigest, sameAnswer: false, similarity: 1, cancellationToken).ConfigureAwait(false);
        return found is null && plan.OfTheApp is { } app ? await ExactAsync(app, cancellationToken).ConfigureAwait(false) : found;
    }

    public async ValueTask<FoundAnswer?> SameAnswerAsync(CachePlan plan, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        var found = await InPartitionAsync(plan, query, cancellationToken).ConfigureAwait(false);
        return found is null && plan.OfTheApp is { } app ? await InPartitionAsync(app, query, cancellationToken).ConfigureAwait(false) : found;
    }

    /// <summary>Makes a copy of an answer that someone else's call has brought.</summary>
    public CachedAnswer? Replay(FlightResult result) =>
        AnswerReplay.Make(result.Found.Entry, result.Found.Tier, time.GetUtcNow(), result.SameAnswer, result.Similarity);

    public void CountHit(CachePlan plan, CachedAnswer answer, bool shared, TimeSpan elapsed)
    {
        counters.Hit(answer, shared);
        CacheMetrics.Hit(answer, elapsed);
        try
        {
            raiseHit(answer, plan.Scope);
        }
        catch (Exception e)
        {
            // A handler is the app's code; its fault is not this caller's.
            failOpen.Report(HitEvent, e);
        }
    }

    public void CountMiss(TimeSpan elapsed)
    {
        counters.Miss();
        CacheMetrics.Miss(elapsed);
    }

    private async ValueTask<FoundAnswer?> InPartitionAsync(CachePlan plan, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var candidate in await search.FindAsync(plan, query, cancellationToken).ConfigureAwait(false))
            {
                var found = await ReadAsync(candidate.Key, sameAnswer: true, candidate.Similarity, cancellationToken).ConfigureAwait(false);

                // The partition is asked again of the entry itself: the index is only a way to find it.
                if (found is not null && found.Found.Entry is { SameAnswer: true } entry && entry.Partition == plan.PartitionDigest)
                {
                    return found;
                }

                search.Remove(candidate.Key);
            }
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report("cache.same_answer", e);
        }

        return null;
    }

    private async ValueTask<FoundAnswer?> ReadAsync(CacheDigest key, bool sameAnswer, double similarity, CancellationToken cancellationToken)
    {
        if (await entries.ReadAsync(key, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        if (AnswerReplay.Make(found.Entry, found.Tier, time.GetUtcNow(), sameAnswer, similarity) is { } answer)
        {
            return new FoundAnswer(answer, found);
        }

        await entries.DropCorruptAsync(key, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
