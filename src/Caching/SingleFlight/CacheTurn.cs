using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>
/// What a call does next: serve <see cref="Hit"/>, or call the model and hand its answer to <see cref="CompleteAsync"/>. Disposed
/// without an answer it lets those who wait go on.
/// </summary>
internal sealed class CacheTurn : IDisposable
{
    private readonly CallCoordinator coordinator;
    private readonly CachePlan plan;
    private ModelFlight? flight;

    public CacheTurn(CallCoordinator coordinator, CachePlan plan, ModelFlight? flight, SameAnswerQuery? query)
    {
        this.coordinator = coordinator;
        this.plan = plan;
        this.flight = flight;
        Query = query;
    }

    public CacheTurn(CallCoordinator coordinator, CachePlan plan, CachedAnswer hit)
        : this(coordinator, plan, flight: null, query: null) => Hit = hit;

    /// <summary>Gets the answer, if the cache or someone else's call had it.</summary>
    public CachedAnswer? Hit { get; }

    public SameAnswerQuery? Query { get; }

    /// <summary>Gets a value indicating whether others may wait for this call.</summary>
    public bool Leads => Volatile.Read(ref flight) is not null;

    /// <summary>Offers the model's answer to the cache and to those who wait. It does not throw for a fault of the cache.</summary>
    public ValueTask<StoreResult> CompleteAsync(Func<ChatResponse> response, AnswerOrigin origin, IEnumerable<string>? tags) =>
        coordinator.CompleteAsync(plan, Query, Interlocked.Exchange(ref flight, null), response, origin, tags);

    /// <summary>Says that the model call threw. A caller's own cancellation says nothing about the model.</summary>
    public void Faulted(Exception exception, CancellationToken callers) =>
        End(exception is OperationCanceledException && callers.IsCancellationRequested ? FlightEnd.Abandoned : FlightEnd.Failed);

    public void Dispose() => End(FlightEnd.Abandoned);

    private void End(FlightEnd end)
    {
        if (Interlocked.Exchange(ref flight, null) is { } open)
        {
            coordinator.Land(open, plan, new FlightResult(end));
        }
    }
}
