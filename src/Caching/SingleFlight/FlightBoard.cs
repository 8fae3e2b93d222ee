using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>The model calls under way, by key and, for questions with the same answer, by partition.</summary>
/// <param name="isBarred">Whether the question of a key must not answer other questions.</param>
internal sealed class FlightBoard(Func<CacheDigest, bool> isBarred)
{
    private static readonly AsyncLocal<bool> Leading = new();

    private readonly ConcurrentDictionary<CacheDigest, ModelFlight> byKey = new();
    private readonly PendingQuestions pending = new(isBarred);
    private long landings;

    /// <summary>Gets a value indicating whether the current flow is inside a model call of this or another board.</summary>
    /// <remarks>
    /// Such a flow never waits for another call: a tool that repeats its caller's question would wait for itself, and two callers
    /// whose tools ask each other's question would wait for each other.
    /// </remarks>
    public static bool IsLeading => Leading.Value;

    /// <summary>Gets a number that changes whenever a call ends: who saw the same number before and after reading the cache missed no answer.</summary>
    public long Landings => Volatile.Read(ref landings);

    /// <summary>Marks the current flow as being inside a model call that others may wait for. In an async iterator it must be set again before each step.</summary>
    public static Lead BeginLeading(bool leads)
    {
        var outer = Leading.Value;
        if (leads)
        {
            Leading.Value = true;
        }

        return new Lead(outer);
    }

    /// <summary>Joins the call under way for a key, or begins one.</summary>
    public ModelFlight JoinOrLead(CacheDigest key, out bool leads)
    {
        while (true)
        {
            if (byKey.TryGetValue(key, out var known))
            {
                leads = false;
                return known;
            }

            var flight = new ModelFlight(key);
            if (byKey.TryAdd(key, flight))
            {
                leads = true;
                return flight;
            }
        }
    }

    /// <summary>Finds a call under way whose question has the same answer, or lists this one for others to find, unless it is barred from answering them.</summary>
    public PendingMatch? JoinOrList(ModelFlight flight, CachePlan plan, SameAnswerQuery query, float floor, Func<string, string, double, MatchQuality?> match) =>
        pending.FindOrAdd(flight, plan.PartitionDigest, query, floor, match);

    /// <summary>Ends a call: those who wait get the result, and the next caller begins anew.</summary>
    public void Land(ModelFlight flight, CacheDigest partition, FlightResult result)
    {
        Interlocked.Increment(ref landings);
        GiveUp(flight, partition);
        flight.Land(result);
    }

    /// <summary>Takes a call that did not end in time off the board: nobody else waits for it, and the next caller begins anew.</summary>
    public void GiveUp(ModelFlight flight, CacheDigest partition)
    {
        pending.Remove(flight, partition);
        byKey.TryRemove(KeyValuePair.Create(flight.Key, flight));
    }

    /// <summary>Restores what the flow was before.</summary>
    internal readonly struct Lead(bool outer) : IDisposable
    {
        public void Dispose() => Leading.Value = outer;
    }
}
