namespace Parsimony.Caching;

/// <summary>Finds answers: under the exact key, then among questions with the same answer.</summary>
internal sealed class AnswerLookup(
    EntryStore entries, SameAnswerSearch search, CacheCounters counters, TimeProvider time, FailOpen failOpen, Action<CachedAnswer, CallScope> raiseHit)
{
    /// <summary>The feature under which an app's handler of a hit is counted: no fault of the cache.</summary>
    public const string HitEvent = "cache.hit_event";

    // An entry may have left the tiers while the index still knows its question; whoever finds that out asks again.
    private const int MostTries = 3;

    public async ValueTask<FoundAnswer?> ExactAsync(CachePlan plan, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(plan.KeyDigest, sameAnswer: null, cancellationToken).ConfigureAwait(false);
        return found is null && plan.OfTheApp is { } app ? await ExactAsync(app, cancellationToken).ConfigureAwait(false) : found;
    }

    public async ValueTask<FoundAnswer?> SameAnswerAsync(CachePlan plan, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        var found = await InPartitionAsync(plan, query, cancellationToken).ConfigureAwait(false);
        if (found is null && plan.Opening is { } opening)
        {
            found = await InPartitionAsync(opening, query, cancellationToken).ConfigureAwait(false);
        }

        return found is null && plan.OfTheApp is { } app ? await SameAnswerAsync(app, query, cancellationToken).ConfigureAwait(false) : found;
    }

    /// <summary>Makes a copy of an answer that someone else's call has brought.</summary>
    public CachedAnswer? Replay(FlightResult result) =>
        AnswerReplay.Make(result.Found.Entry, result.Found.Tier, time.GetUtcNow(), result.SameAnswer);

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
            for (var tries = 0; tries < MostTries && await search.FindAsync(plan, query, cancellationToken).ConfigureAwait(false) is { } match; tries++)
            {
                var found = await ReadAsync(match.Key, match.Quality, cancellationToken).ConfigureAwait(false);

                // The partition is asked again of the entry itself: the index is only a way to find it.
                if (found is not null && found.Found.Entry is { SameAnswer: true } entry && entry.Partition == plan.PartitionDigest)
                {
                    return found;
                }

                search.Remove(match.Key);
            }
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report("cache.same_answer", e);
        }

        return null;
    }

    private async ValueTask<FoundAnswer?> ReadAsync(CacheDigest key, MatchQuality? sameAnswer, CancellationToken cancellationToken)
    {
        if (await entries.ReadAsync(key, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        if (AnswerReplay.Make(found.Entry, found.Tier, time.GetUtcNow(), sameAnswer) is { } answer)
        {
            return new FoundAnswer(answer, found);
        }

        await entries.DropCorruptAsync(key, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
