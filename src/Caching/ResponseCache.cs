using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>
/// Keeps answers of language models and serves them again: to the very same call, and, given a generator of embeddings, to a
/// question that has the same answer. It never throws for a fault of its own on the way of a call.
/// </summary>
public sealed class ResponseCache : IMemoryReclaimer, IAsyncDisposable, IDisposable
{
    private static readonly CacheTier[] AllTiers = Enum.GetValues<CacheTier>();

    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly FailOpen failOpen;
    private readonly ITieredStore tiers;
    private readonly QuarantineLedger quarantine;
    private readonly PartitionBounds bounds;
    private readonly MissedHitLog missedHits;
    private readonly MissedHitReporter reporter;
    private readonly CachePlanner planner;
    private readonly EntryStore entries;
    private readonly SameAnswerSearch search;
    private readonly AnswerLookup lookup;
    private readonly AnswerStore store;
    private readonly CallCoordinator coordinator;
    private readonly CacheCounters counters = new();
    private readonly TagRemovals removals = new();
    private readonly CancellationTokenSource lifetime = new();
    private int disposed;

    /// <summary>Creates a cache with its own tiers.</summary>
    /// <param name="options">What to keep, where, and when to answer; read once.</param>
    /// <param name="generator">Makes the embeddings of the same-answer search; without it only the very same call is answered.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    /// <param name="logger">Where to log; no prompt, answer or key is logged.</param>
    /// <param name="l2">A distributed cache that takes the place of the disk tiers.</param>
    /// <param name="decider">The same-answer policy; <see langword="null"/> for one with the options' policy and, unless they switch it off, the local judge.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every error.</exception>
    public ResponseCache(
        ResponseCacheOptions options,
        IEmbeddingGenerator<string, Embedding<float>>? generator = null,
        TimeProvider? timeProvider = null,
        ILogger<ResponseCache>? logger = null,
        IDistributedCache? l2 = null,
        SameAnswerDecider? decider = null)
        : this(options, generator, timeProvider, logger, decider, clock => TieredStore.Create(options, clock, logger ?? (ILogger)NullLogger.Instance, l2))
    {
    }

    internal ResponseCache(
        ResponseCacheOptions options,
        IEmbeddingGenerator<string, Embedding<float>>? generator,
        TimeProvider? timeProvider,
        ILogger? logger,
        SameAnswerDecider? decider,
        Func<TimeProvider, ITieredStore> openTiers)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ResponseCacheOptionsCheck.Errors(options) is { Count: > 0 } errors)
        {
            throw new ArgumentException(string.Join(' ', errors), nameof(options));
        }

        time = timeProvider ?? TimeProvider.System;
        this.logger = logger ?? NullLogger.Instance;
        failOpen = new FailOpen(this.logger);
        tiers = openTiers(time);
        quarantine = new QuarantineLedger(options.Directory, time, failOpen);
        bounds = new PartitionBounds(options.Directory, time, failOpen);
        missedHits = new MissedHitLog(options.Directory, failOpen);
        planner = new CachePlanner(options);
        entries = new EntryStore(tiers, time, quarantine, counters, failOpen);
        search = new SameAnswerSearch(options, generator, decider, tiers, quarantine, bounds, counters, time, failOpen, this.logger, lifetime.Token);
        lookup = new AnswerLookup(entries, search, counters, time, failOpen, (answer, scope) => Hit?.Invoke(this, new CacheHitEventArgs(answer, scope)));
        reporter = new MissedHitReporter(options, search, entries, missedHits, counters, time);
        store = new AnswerStore(new EntryMaker(options, new ToolTurnRule(options), time), entries, search, removals, counters);
        coordinator = new CallCoordinator(options, lookup, store, search, time, failOpen);
        if (generator is null && options.EnableSameAnswer)
        {
            Log.ExactOnly(this.logger);
        }
    }

    /// <summary>Occurs when the cache answered a call. A handler's exception is counted and goes no further.</summary>
    public event EventHandler<CacheHitEventArgs>? Hit;

    /// <summary>Gets what the cache did and holds.</summary>
    public CacheStatistics Statistics => counters.Read(search.Count, AllTiers.ToDictionary(t => t, tiers.GetStatistics)) with
    {
        Faults = tiers.Faults + failOpen.Counts.Where(c => c.Key != AnswerLookup.HitEvent).Sum(c => c.Value),
        DiskAway = tiers.IsDiskAway,
        EmbeddingsPaused = search.IsPaused,
        TightenedPartitions = bounds.Count,
    };

    /// <summary>Decides whether a call may use the cache, and under which key.</summary>
    /// <param name="messages">The messages of the call.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="scope">Who the call is made for.</param>
    /// <param name="client">
    /// The client, bare or in a pipeline, that makes the call; its default model answers where the options name none. <see langword="null"/>
    /// for the app itself: what is stored under such a plan serves every client, and only what was stored under such a plan is found.
    /// </param>
    public CachePlan Plan(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, IChatClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        return PlanFor(messages, options, scope, client is null ? null : ClientIdentity.Of(client));
    }

    /// <summary>Looks an answer up: the very same call first, then a question with the same answer.</summary>
    /// <param name="plan">The plan of the call.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    public async ValueTask<CachedAnswer?> TryGetAsync(CachePlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.IsCacheable)
        {
            CountBypass(plan);
            return null;
        }

        var started = time.GetTimestamp();
        var found = await lookup.ExactAsync(plan, cancellationToken).ConfigureAwait(false);
        if (found is null && await search.PrepareAsync(plan, cancellationToken).ConfigureAwait(false) is { } query)
        {
            found = await lookup.SameAnswerAsync(plan, query, cancellationToken).ConfigureAwait(false);
        }

        if (found is null)
        {
            lookup.CountMiss(time.GetElapsedTime(started));
            return null;
        }

        lookup.CountHit(plan, found.Answer, shared: false, time.GetElapsedTime(started));
        return found.Answer;
    }

    /// <summary>Offers an answer of the model to the cache.</summary>
    /// <param name="plan">The plan of the call that was answered.</param>
    /// <param name="response">The answer; it is copied.</param>
    /// <param name="tags">Tags to remove the entry by, in addition to <see cref="ResponseCacheOptions.Tags"/>.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The new entry's id, or why the answer was not kept.</returns>
    public async ValueTask<StoreResult> StoreAsync(CachePlan plan, ChatResponse response, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(response);
        var query = await search.PrepareAsync(plan, cancellationToken).ConfigureAwait(false);
        var (result, _) = await store.StoreAsync(plan, query, response, AnswerOrigin.Whole, tags, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>
    /// Answers a call from the cache, or from the same call that someone else has begun, or by the model: equal calls that come
    /// together make one model call, and so do calls that have the same answer.
    /// </summary>
    /// <param name="plan">The plan of the call.</param>
    /// <param name="callModel">Calls the model; its exceptions come through unchanged.</param>
    /// <param name="tags">Tags for the entry that the call may make.</param>
    /// <param name="cancellationToken">Cancels this call. Others that wait for its answer are not cancelled: one of them takes over.</param>
    /// <returns>The answer and where it came from.</returns>
    public async Task<CacheOutcome> GetOrCreateAsync(
        CachePlan plan,
        Func<CancellationToken, Task<ChatResponse>> callModel,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(callModel);
        using var turn = await EnterAsync(plan, cancellationToken).ConfigureAwait(false);
        if (turn?.Hit is { } hit)
        {
            return new CacheOutcome(hit.Response, hit, default);
        }

        var response = await CallAsync(turn, callModel, cancellationToken).ConfigureAwait(false);
        var result = turn is null
            ? new StoreResult(null, DeclineReason.NotCacheable)
            : await turn.CompleteAsync(() => response, AnswerOrigin.Whole, tags).ConfigureAwait(false);
        return new CacheOutcome(response, null, result);
    }

    /// <summary>Removes an entry from every tier.</summary>
    /// <param name="entryId">The entry's id, as served with an answer.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public async ValueTask RemoveAsync(string entryId, CancellationToken cancellationToken = default)
    {
        if (EntryId.TryParse(entryId, out var id))
        {
            search.Remove(id.Key);
            await entries.RemoveAsync(id.Key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the entries with a tag from every tier, and keeps no answer with this tag that the model is working on now.</summary>
    /// <param name="tag">The tag; "*" stands for all entries.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        removals.Add(tag, planner.NextSequence());
        if (tag == TagRemovals.All)
        {
            search.Clear();
        }

        await tiers.RemoveByTagAsync(tag, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reports that an entry answered a question wrongly: it is removed at once, and its question answers no other question from now on.
    /// Its partition may make half as many errors as before. Both hold after a restart too.
    /// </summary>
    /// <param name="entryId">The entry's id, as served with the wrong answer.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>Whether the id was one of an entry of this cache's format.</returns>
    public async ValueTask<bool> ReportFalseHitAsync(string entryId, CancellationToken cancellationToken = default)
    {
        if (!EntryId.TryParse(entryId, out var id))
        {
            return false;
        }

        // Barred before anything waits: no caller that goes away, and no tier that is slow or down, leaves a wrong answer in service.
        quarantine.Add(id);
        if ((search.PartitionOf(id.Key) ?? await entries.PartitionOfAsync(id.Key).ConfigureAwait(false)) is { } tightened)
        {
            bounds.Tighten(tightened, id);
        }

        counters.FalseHit();
        CacheMetrics.FalseHit();
        Log.FalseHit(logger);
        await RemoveAsync(entryId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether a text has the form of an entry's id. It says nothing of what the cache holds.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsEntryId(string? text) => EntryId.TryParse(text, out _);

    /// <summary>
    /// Reports that a question went to the model although an earlier one had its answer. Nothing changes at once: the report is kept for
    /// calibration, with what the guards, the cosine and the judge say of the two.
    /// </summary>
    /// <param name="question">The question that went to the model.</param>
    /// <param name="earlier">The earlier question in its own words, or the id of its entry.</param>
    /// <param name="cancellationToken">Cancels the embedding of the questions.</param>
    /// <returns>What is kept; <see langword="null"/> where the id is of no entry that the cache still holds.</returns>
    /// <remarks>
    /// For the app itself. An id may be of any tenant's entry, and the result tells whether it is held: take no id here from a user or a model
    /// without knowing whose it is (<see cref="IsEntryId"/>).
    /// </remarks>
    public ValueTask<MissedHit?> ReportMissedHitAsync(string question, string earlier, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        ArgumentException.ThrowIfNullOrWhiteSpace(earlier);
        return reporter.ReportAsync(question, earlier, cancellationToken);
    }

    /// <summary>The missed hits that were reported, oldest first; with a directory also those of other processes and of earlier ones. The oldest of many are forgotten.</summary>
    public IReadOnlyList<MissedHit> ReadMissedHits() => missedHits.Read();

    /// <summary>Says what the threshold, every guard and the judge say of two questions, with the cosine that the cache itself would find. Counts nothing.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="cancellationToken">Cancels the embedding of the questions.</param>
    /// <returns>Every verdict, and which of them decides; the cosine is NaN where the generator of embeddings fails.</returns>
    public ValueTask<SameAnswerExplanation> ExplainAsync(string left, string right, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return search.ExplainAsync(TextNormalizer.Normalize(left), TextNormalizer.Normalize(right), cancellationToken);
    }

    /// <summary>Fills the cache from known answers, which then serve every client of the model they name (or of none), one JSON object a line: <c>{"prompt" | "messages":[{"role","content"}], "answer", "model"?, "tenant"?, "user"?, "agent"?, "tags"?:[]}</c>.</summary>
    /// <param name="lines">UTF-8 text.</param>
    /// <param name="options">The options of the live calls that the answers are for: they are part of the key.</param>
    /// <param name="scope">The scope of those calls; what a line says wins.</param>
    /// <param name="cancellationToken">Cancels the warming.</param>
    /// <returns>How many lines were read and stored, and what was wrong with the others.</returns>
    public async Task<WarmResult> WarmAsync(Stream lines, ChatOptions? options = null, CallScope? scope = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var result = await new CacheWarmer(this).WarmAsync(lines, options, scope ?? options.ResolveCallScope(), cancellationToken).ConfigureAwait(false);
        Log.Warmed(logger, result.Stored, result.Lines, result.Errors.Count);
        return result;
    }

    /// <summary>Drops what has expired, moves what is not used to the tier below, and gives disk space back.</summary>
    /// <param name="cancellationToken">Cancels the work between its steps.</param>
    public async ValueTask MaintainAsync(CancellationToken cancellationToken = default)
    {
        await tiers.MaintainAsync(cancellationToken).ConfigureAwait(false);
        await search.LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public long Reclaim(double fraction) => tiers.Reclaim(Math.Clamp(fraction, 0, 1));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await lifetime.CancelAsync().ConfigureAwait(false);
            await tiers.DisposeAsync().ConfigureAwait(false);
            lifetime.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Decides about a client's call.</summary>
    internal CachePlan PlanFor(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, ClientIdentity? client)
    {
        try
        {
            // The client's default model answers where the options name none, whatever the ambient scope says: two clients may share a cache.
            return planner.Plan(messages, options, options?.ModelId is null && client?.Model is { } model ? scope with { Model = model } : scope, client);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A tool or a content of the app that throws when it is read.
            failOpen.Report("cache.plan", e);
            return new CachePlan(BypassReason.Fault, scope);
        }
    }

    /// <summary>Looks a call up and, where it has to go to the model, lets it lead. <see langword="null"/> for a call that passes the cache by.</summary>
    internal async ValueTask<CacheTurn?> EnterAsync(CachePlan plan, CancellationToken cancellationToken)
    {
        if (!plan.IsCacheable)
        {
            CountBypass(plan);
            return null;
        }

        using var activity = CacheMetrics.StartLookup();
        return await coordinator.EnterAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ChatResponse> CallAsync(
        CacheTurn? turn, Func<CancellationToken, Task<ChatResponse>> callModel, CancellationToken cancellationToken)
    {
        using var leading = FlightBoard.BeginLeading(turn?.Leads == true);
        try
        {
            return await callModel(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            turn?.Faulted(e, cancellationToken);
            throw;
        }
    }

    private void CountBypass(CachePlan plan)
    {
        counters.Bypass(plan.BypassReason);
        CacheMetrics.Bypass(plan.BypassReason);
    }
}
