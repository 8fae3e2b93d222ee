using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>
/// Brings equal calls together: the first calls the model, the others wait for its answer. A call that finds another one under way
/// whose question has the same answer waits for that one.
/// </summary>
internal sealed class CallCoordinator(ResponseCacheOptions options, AnswerLookup lookup, AnswerStore store, SameAnswerSearch search, TimeProvider time, FailOpen failOpen)
{
    // After that many failed calls of others a caller asks for itself: a model that is down must not be tried by one at a time.
    private const int MostFailuresAwaited = 2;

    private readonly FlightBoard board = new(search.IsBarred);

    public async ValueTask<CacheTurn> EnterAsync(CachePlan plan, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var failures = 0; ;)
        {
            var seen = board.Landings;
            if (await lookup.ExactAsync(plan, cancellationToken).ConfigureAwait(false) is { } hit)
            {
                return Served(plan, hit, started, shared: false);
            }

            // A nested call does not wait, and need not be waited for.
            if (FlightBoard.IsLeading || failures >= MostFailuresAwaited)
            {
                return await AloneAsync(plan, started, cancellationToken).ConfigureAwait(false);
            }

            var flight = board.JoinOrLead(plan.KeyDigest, out var leads);
            if (leads)
            {
                return await LeadAsync(plan, flight, seen, started, cancellationToken).ConfigureAwait(false);
            }

            var result = await AwaitAsync(flight, plan, cancellationToken).ConfigureAwait(false);
            switch (result.End)
            {
                case FlightEnd.Answered when lookup.Replay(result) is { } answer:
                    return Served(plan, answer, started, shared: true);
                case FlightEnd.Failed:
                    failures++;
                    break;
                case FlightEnd.Abandoned:
                    break;
                default:
                    return Alone(plan, query: null, started);
            }
        }
    }

    public async ValueTask<StoreResult> CompleteAsync(
        CachePlan plan, SameAnswerQuery? query, ModelFlight? flight, Func<ChatResponse> response, AnswerOrigin origin, IEnumerable<string>? tags)
    {
        var end = new FlightResult(FlightEnd.Declined);
        try
        {
            // The answer is there: the caller's cancellation does not keep others from it.
            var (result, entry) = await store.StoreAsync(plan, query, response(), origin, tags, CancellationToken.None).ConfigureAwait(false);
            if (entry is not null)
            {
                end = new FlightResult(FlightEnd.Answered, new FoundEntry(entry, CacheTier.L1));
            }

            return result;
        }
        catch (Exception e)
        {
            failOpen.Report("cache.store", e);
            return new StoreResult(null, DeclineReason.Fault);
        }
        finally
        {
            if (flight is not null)
            {
                Land(flight, plan, end);
            }
        }
    }

    public void Land(ModelFlight flight, CachePlan plan, FlightResult result) => board.Land(flight, plan.PartitionDigest, result);

    private async ValueTask<CacheTurn> LeadAsync(CachePlan plan, ModelFlight flight, long seen, long started, CancellationToken cancellationToken)
    {
        var end = new FlightResult(FlightEnd.Abandoned);
        var leads = false;
        try
        {
            // A call that ended between our look-up and our lead may have left its answer.
            if (board.Landings != seen && await lookup.ExactAsync(plan, cancellationToken).ConfigureAwait(false) is { } late)
            {
                end = new FlightResult(FlightEnd.Answered, late.Found);
                return Served(plan, late, started, shared: false);
            }

            var query = await search.PrepareAsync(plan, cancellationToken).ConfigureAwait(false);
            if (query is not null)
            {
                if (await lookup.SameAnswerAsync(plan, query, cancellationToken).ConfigureAwait(false) is { } same)
                {
                    end = new FlightResult(FlightEnd.Answered, same.Found, new MatchQuality(same.Answer.Similarity, same.Answer.Probability));
                    return Served(plan, same, started, shared: false);
                }

                if (await AwaitSameAnswerAsync(plan, flight, query, cancellationToken).ConfigureAwait(false) is { } shared)
                {
                    end = shared.Result;
                    return Served(plan, shared.Answer, started, shared: true);
                }
            }

            leads = true;
            lookup.CountMiss(time.GetElapsedTime(started));
            return new CacheTurn(this, plan, flight, query);
        }
        finally
        {
            if (!leads)
            {
                Land(flight, plan, end);
            }
        }
    }

    private async ValueTask<(CachedAnswer Answer, FlightResult Result)?> AwaitSameAnswerAsync(
        CachePlan plan, ModelFlight flight, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        // At most twice: who waits here is waited for under its own key.
        for (var tries = 0; tries < MostFailuresAwaited; tries++)
        {
            if (board.JoinOrList(flight, plan, query, search.Floor(plan.PartitionDigest), Match) is not { } match)
            {
                return null;
            }

            var result = await AwaitAsync(match.Flight, plan, cancellationToken).ConfigureAwait(false);
            if (search.IsBarred(match.Flight.Key))
            {
                // Reported while we waited. Another question may be near, or this one is listed.
                continue;
            }

            if (result.End == FlightEnd.Answered)
            {
                var shared = result with { SameAnswer = match.Quality };
                return lookup.Replay(shared) is { } answer ? (answer, shared) : null;
            }

            if (result.End == FlightEnd.Declined)
            {
                return null;
            }
        }

        return null;

        MatchQuality? Match(string text, string other, double similarity) => search.Match(plan.PartitionDigest, text, other, similarity);
    }

    private async ValueTask<FlightResult> AwaitAsync(ModelFlight flight, CachePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await flight.Landing.WaitAsync(options.SingleFlightTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Both calls have this partition, whether they share the key or the answer.
            board.GiveUp(flight, plan.PartitionDigest);
            return new FlightResult(FlightEnd.Declined);
        }
    }

    private async ValueTask<CacheTurn> AloneAsync(CachePlan plan, long started, CancellationToken cancellationToken)
    {
        var query = await search.PrepareAsync(plan, cancellationToken).ConfigureAwait(false);
        if (query is not null && await lookup.SameAnswerAsync(plan, query, cancellationToken).ConfigureAwait(false) is { } same)
        {
            return Served(plan, same, started, shared: false);
        }

        return Alone(plan, query, started);
    }

    private CacheTurn Alone(CachePlan plan, SameAnswerQuery? query, long started)
    {
        lookup.CountMiss(time.GetElapsedTime(started));
        return new CacheTurn(this, plan, flight: null, query);
    }

    private CacheTurn Served(CachePlan plan, FoundAnswer found, long started, bool shared) => Served(plan, found.Answer, started, shared);

    private CacheTurn Served(CachePlan plan, CachedAnswer answer, long started, bool shared)
    {
        lookup.CountHit(plan, answer, shared, time.GetElapsedTime(started));
        return new CacheTurn(this, plan, answer);
    }
}
