using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony;

/// <summary>
/// Every operation of Parsimony in one place, for apps that steer it themselves rather than let a client or kernel do it. All of it is the
/// engine that a live call uses. What is switched off in <see cref="ParsimonyOptions"/> does nothing here either.
/// </summary>
public sealed class OptimizationOrchestrator
{
    private readonly ParsimonyOptions options;
    private readonly ContextFitter fitter;
    private readonly ResponseCache? cache;
    private readonly MemoryMonitor monitor;
    private readonly AgentThrottle? throttle;
    private readonly HealthEvaluator health;
    private readonly AlertRules alerts;
    private readonly TimeProvider time;
    private readonly FailOpen faults;
    private readonly long started;

    internal OptimizationOrchestrator(
        ParsimonyOptions options,
        ContextFitter fitter,
        ResponseCache? cache,
        MemoryMonitor monitor,
        AgentThrottle? throttle,
        HealthEvaluator health,
        AlertRules alerts,
        TimeProvider time,
        ILogger logger)
    {
        this.options = options;
        this.fitter = fitter;
        this.cache = cache;
        this.monitor = monitor;
        this.throttle = throttle;
        this.health = health;
        this.alerts = alerts;
        this.time = time;
        faults = new FailOpen(logger);
        started = time.GetTimestamp();
        monitor.LevelChanged += (_, change) => MemoryAlert?.Invoke(this, change);
        if (cache is not null)
        {
            cache.Hit += (_, hit) => CacheHit?.Invoke(this, hit);
        }

        if (throttle is not null)
        {
            throttle.Throttled += (_, refusal) => AgentThrottled?.Invoke(this, refusal);
        }
    }

    /// <summary>Raised when the process became, or is no longer, short of memory.</summary>
    public event EventHandler<MemoryAlertEventArgs>? MemoryAlert;

    /// <summary>Raised when the cache answered a call, whichever door the call came through.</summary>
    public event EventHandler<CacheHitEventArgs>? CacheHit;

    /// <summary>Raised when an agent's call was refused, whichever door it came through.</summary>
    public event EventHandler<AgentThrottledEventArgs>? AgentThrottled;

    /// <summary>Fits an agent's context to its budget.</summary>
    /// <param name="messages">The messages. They are not changed.</param>
    /// <param name="chatOptions">The options that the call will be made with, if any: tools and the reply take their share of the window.</param>
    /// <param name="scope">Whose context it is; the scope of the options or the ambient one by default.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The messages to send, and what was left out.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public ValueTask<ContextFit> OptimizeAgentContextAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? chatOptions = null, CallScope? scope = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        scope = Resolve(scope, chatOptions);
        return new(options.EnableBudget ? fitter.Fit(messages, chatOptions, scope) : fitter.Fit(messages, int.MaxValue, scope));
    }

    /// <summary>Looks a call up in the cache.</summary>
    /// <param name="messages">The messages of the call.</param>
    /// <param name="chatOptions">The options of the call, if any.</param>
    /// <param name="scope">Who calls; the scope of the options or the ambient one by default.</param>
    /// <param name="client">The client whose answers are looked for too; by default only what the app stored itself is found.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The answer, or <see langword="null"/>: there is none, the call may not use the cache, or the cache is switched off.</returns>
    public async ValueTask<CachedAnswer?> GetCachedResponseAsync(
        IReadOnlyList<ChatMessage> messages,
        ChatOptions? chatOptions = null,
        CallScope? scope = null,
        IChatClient? client = null,
        CancellationToken cancellationToken = default) =>
        cache?.Plan(messages, chatOptions, Resolve(scope, chatOptions), client) is { IsCacheable: true } plan
            ? await cache.TryGetAsync(plan, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Offers the answer of a call to the cache.</summary>
    /// <param name="messages">The messages of the call.</param>
    /// <param name="response">The model's answer.</param>
    /// <param name="chatOptions">The options of the call, if any.</param>
    /// <param name="scope">Who called; the scope of the options or the ambient one by default.</param>
    /// <param name="tags">Tags to remove the entry by.</param>
    /// <param name="client">The client that the answer is for; by default it is the app's own and serves every client.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The entry's id, or why the answer was not kept.</returns>
    public ValueTask<StoreResult> StoreCachedResponseAsync(
        IReadOnlyList<ChatMessage> messages,
        ChatResponse response,
        ChatOptions? chatOptions = null,
        CallScope? scope = null,
        IEnumerable<string>? tags = null,
        IChatClient? client = null,
        CancellationToken cancellationToken = default) =>
        cache?.Plan(messages, chatOptions, Resolve(scope, chatOptions), client) is { IsCacheable: true } plan
            ? cache.StoreAsync(plan, response, tags, cancellationToken)
            : new(new StoreResult(null, DeclineReason.NotCacheable));

    /// <summary>Reports that a question went to the model although an earlier one had its answer; kept for calibration.</summary>
    /// <param name="question">The question that went to the model.</param>
    /// <param name="earlier">The earlier question in its own words, or the id of its entry.</param>
    /// <param name="cancellationToken">Cancels the embedding of the questions.</param>
    /// <returns>What is kept; <see langword="null"/> where the id is of no entry that is held, and where the cache is switched off.</returns>
    /// <remarks>For the app itself: an id may be of any tenant's entry, and the result tells whether it is held.</remarks>
    public ValueTask<MissedHit?> ReportMissedHitAsync(string question, string earlier, CancellationToken cancellationToken = default) =>
        cache?.ReportMissedHitAsync(question, earlier, cancellationToken) ?? default;

    /// <summary>Reports that a cached answer was wrong: it is never served again, and its partition becomes stricter.</summary>
    /// <param name="entryId">The entry's id, as served with the answer.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>Whether the id was one of an entry; always false where the cache is switched off.</returns>
    public ValueTask<bool> ReportFalseHitAsync(string entryId, CancellationToken cancellationToken = default) =>
        cache?.ReportFalseHitAsync(entryId, cancellationToken) ?? new(false);

    /// <summary>Says whether an agent that called now would have to wait or be refused.</summary>
    /// <param name="agent">The agent; <see langword="null"/> for calls that name none.</param>
    /// <returns>Whether to throttle it.</returns>
    public bool ShouldThrottle(string? agent) => ShouldThrottle(agent, out _);

    /// <summary>Says whether an agent that called now would have to wait or be refused, and why.</summary>
    /// <param name="agent">The agent; <see langword="null"/> for calls that name none.</param>
    /// <param name="decision">The reason, and when to try again.</param>
    /// <returns>Whether to throttle it.</returns>
    public bool ShouldThrottle(string? agent, out ThrottleDecision decision)
    {
        decision = throttle?.Decide(agent) ?? default;
        return decision.Throttle;
    }

    /// <summary>Says how large an agent's context should be now, memory pressure considered.</summary>
    /// <param name="agent">The agent; <see langword="null"/> for calls that name none.</param>
    /// <param name="model">The model; the one of the ambient scope by default.</param>
    /// <returns>Tokens for all messages of a request, without tools.</returns>
    public int RecommendContextSize(string? agent, string? model = null) =>
        fitter.GetBudget(null, new CallScope { Agent = agent, Model = model }.Over(CallScope.Current)).Available;

    /// <summary>Says what every part does and holds now.</summary>
    /// <returns>A snapshot.</returns>
    public OptimizationStatus GetStatus() => new(
        time.GetUtcNow(),
        options.Environment,
        time.GetElapsedTime(started),
        options.EnableBudget,
        monitor.GetStatus(),
        cache?.Statistics,
        throttle?.GetStatistics(),
        monitor.GetAgentContexts());

    /// <summary>Looks at the health of every part, and raises the alerts that it calls for.</summary>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The scores.</returns>
    public ValueTask<ParsimonyHealth> GetHealthAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = health.Evaluate();
        var statistics = cache?.Statistics;
        alerts.Look(now, statistics?.HitRate ?? 1, statistics?.Lookups ?? 0);
        return new(now);
    }

    /// <summary>Reads memory afresh, tidies the cache, and looks at health.</summary>
    /// <param name="cancellationToken">Cancels the work between its steps.</param>
    /// <returns>What was found and done.</returns>
    public async ValueTask<MaintenanceResult> RunMaintenanceAsync(CancellationToken cancellationToken = default)
    {
        using var activity = ParsimonyDiagnostics.ActivitySource.StartActivity("parsimony.maintenance");
        var start = time.GetTimestamp();
        var tidied = await TidyCacheAsync(cancellationToken).ConfigureAwait(false);
        monitor.Refresh();
        var found = await GetHealthAsync(cancellationToken).ConfigureAwait(false);
        return new MaintenanceResult(time.GetElapsedTime(start), tidied, monitor.GetStatus(), found);
    }

    /// <summary>Puts status and health into one report.</summary>
    /// <returns>A report that can be written as JSON.</returns>
    public OptimizationReport CreateReport() => new(GetStatus(), health.Evaluate());

    private static CallScope Resolve(CallScope? scope, ChatOptions? chatOptions)
    {
        var known = chatOptions.ResolveCallScope();
        return scope?.Over(known) ?? known;
    }

    private async ValueTask<bool> TidyCacheAsync(CancellationToken cancellationToken)
    {
        if (cache is null)
        {
            return false;
        }

        try
        {
            await cache.MaintainAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not OutOfMemoryException)
        {
            faults.Report("cache-maintenance", fault);
            return false;
        }
    }
}
