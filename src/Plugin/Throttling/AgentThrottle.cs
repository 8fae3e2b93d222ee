using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony;

/// <summary>
/// Slows agents down before memory runs out: so many calls at a time for each agent, fewer as pressure rises; no more context than an
/// agent may hold; and at critical pressure no calls but those of exempt agents.
/// </summary>
/// <remarks>
/// A call made inside another call of the same agent (a tool that asks the model) rides on the outer call's turn: it would otherwise wait
/// for itself.
/// </remarks>
public sealed class AgentThrottle : IAgentGate
{
    private readonly ThrottleOptions options;
    private readonly MemoryMonitor? memory;
    private readonly MemoryOptions levels;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly FailOpen faults;
    private readonly AgentTurns turns;
    private readonly RecentShare recentlyRefused;
    private long admitted;
    private long delayed;
    private long refused;

    /// <summary>Initializes a new instance of the <see cref="AgentThrottle"/> class.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="memory">The memory to go by; without one only concurrency counts.</param>
    /// <param name="memoryOptions">The thresholds between which concurrency shrinks; those of a new <see cref="MemoryOptions"/> by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="logger">Where refusals are noted; nowhere by default.</param>
    public AgentThrottle(
        ThrottleOptions options,
        MemoryMonitor? memory = null,
        MemoryOptions? memoryOptions = null,
        TimeProvider? timeProvider = null,
        ILogger<AgentThrottle>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.memory = memory;
        this.logger = logger ?? NullLogger<AgentThrottle>.Instance;
        levels = memoryOptions ?? new MemoryOptions();
        time = timeProvider ?? TimeProvider.System;
        faults = new FailOpen(this.logger);
        turns = new AgentTurns(LimitOf);
        recentlyRefused = new RecentShare(time);
    }

    /// <summary>Raised on the caller's thread when a call is refused. A handler that throws stops nothing.</summary>
    public event EventHandler<AgentThrottledEventArgs>? Throttled;

    internal (double Calls, double Share) RecentlyRefused => recentlyRefused.Read();

    /// <summary>Says whether an agent that called now would have to wait or be refused. Asking changes nothing.</summary>
    /// <param name="agent">The agent; <see langword="null"/> for calls that name none.</param>
    /// <returns>The answer, with its reason.</returns>
    public ThrottleDecision Decide(string? agent)
    {
        var decision = DecideByMemory(agent);
        if (decision.Throttle || agent is null)
        {
            return decision;
        }

        var limit = LimitOf(agent);
        return turns.InFlight(agent) >= limit ? Busy(limit) : default;
    }

    /// <summary>Says what the throttle did so far.</summary>
    /// <returns>Counts since the start, and what is in flight now.</returns>
    public ThrottleStatistics GetStatistics()
    {
        var (inFlight, waiting) = turns.Totals;
        return new ThrottleStatistics(
            Interlocked.Read(ref admitted), Interlocked.Read(ref delayed), Interlocked.Read(ref refused), inFlight, waiting, recentlyRefused.Read().Share);
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async ValueTask<IDisposable> EnterAsync(CallScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsInsideCallOf(scope.Agent))
        {
            Admit();
            return NoTurn.Instance;
        }

        RefuseIf(DecideByMemory(scope.Agent), scope);
        if (scope.Agent is not { } agent)
        {
            Admit();
            return NoTurn.Instance;
        }

        var turn = turns.Take(agent, wait: options.MaxDelay > TimeSpan.Zero);
        if (turn is not { IsTaken: true })
        {
            await WaitAsync(turn, agent, scope, cancellationToken).ConfigureAwait(false);
        }

        Admit();
        return turn!;
    }

    // The outer call is known by what the caching client leaves in the flow: that it is handling a request, and for whom. Work that
    // outlives its call carries this along; so the agent must have a turn in flight, too.
    private bool IsInsideCallOf(string? agent) =>
        agent is not null
        && HandledRequests.Any(HandlingStage.Cache)
        && AmbientScope.Current.IsInsideCallOf(agent)
        && turns.InFlight(agent) > 0;

    private async Task WaitAsync(AgentTurn? turn, string agent, CallScope scope, CancellationToken cancellationToken)
    {
        if (turn is not null)
        {
            Interlocked.Increment(ref delayed);
            ThrottleInstruments.Delayed.Add(1);
            using var activity = ParsimonyDiagnostics.ActivitySource.StartActivity("parsimony.throttle.wait");
            turn = await turn.WaitAsync(options.MaxDelay, time, cancellationToken).ConfigureAwait(false) ? turn : null;
        }

        try
        {
            RefuseIf(turn is null ? Busy(LimitOf(agent)) : DecideByMemory(agent), scope); // memory may have run out meanwhile
        }
        catch (AgentThrottledException)
        {
            turn?.Dispose();
            throw;
        }
    }

    private ThrottleDecision DecideByMemory(string? agent)
    {
        if (memory is null || (agent is not null && options.ExemptAgents.Contains(agent)))
        {
            return default;
        }

        if (memory.Level == MemoryLevel.Critical)
        {
            return new(ThrottleReason.CriticalMemory, $"memory pressure is {memory.Pressure:0.00} and only exempt agents may call", options.RetryAfter);
        }

        if (agent is null || options.AgentMemoryLimit is not { } limit)
        {
            return default;
        }

        var (held, untilLess) = memory.Ledger.Held(agent, limit);
        return held > limit
            ? new(ThrottleReason.AgentMemory, $"it holds {held} bytes of context and may hold {limit}", untilLess > options.RetryAfter ? untilLess : options.RetryAfter)
            : default;
    }

    private int LimitOf(string agent)
    {
        var most = options.Agents.TryGetValue(agent, out var own) ? own : options.MaxConcurrentCalls;
        if (memory is null || memory.Level == MemoryLevel.Normal || options.ExemptAgents.Contains(agent))
        {
            return most;
        }

        var span = levels.CriticalThreshold - levels.WarningThreshold;
        var left = span > 0 ? (levels.CriticalThreshold - memory.Pressure) / span : 0;
        return Math.Max(1, (int)(most * Math.Clamp(left, 0, 1)));
    }

    private ThrottleDecision Busy(int limit) => new(ThrottleReason.Concurrency, $"it has {limit} calls in flight, as many as it may now", options.RetryAfter);

    private void Admit()
    {
        Interlocked.Increment(ref admitted);
        recentlyRefused.Add(false);
    }

    private void RefuseIf(ThrottleDecision decision, CallScope scope)
    {
        if (!decision.Throttle)
        {
            return;
        }

        Interlocked.Increment(ref refused);
        recentlyRefused.Add(true);
        ThrottleInstruments.Refused.Add(1, new KeyValuePair<string, object?>("reason", ThrottleInstruments.Name(decision.Reason)));
        Log.AgentRefused(logger, scope.Agent, decision.Reason, decision.RetryAfter);
        try
        {
            Throttled?.Invoke(this, new AgentThrottledEventArgs(scope, decision));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Report("throttle-event", fault);
        }

        throw new AgentThrottledException(scope.Agent, decision.Detail, decision.RetryAfter);
    }

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
        }
    }
}
