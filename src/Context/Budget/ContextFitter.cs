using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Context;

/// <summary>
/// Fits requests to their budgets: counts them exactly and, where they are too large, keeps the items that score best. Thread-safe and
/// deterministic; the caller's list and messages are never changed.
/// </summary>
public sealed partial class ContextFitter
{
    private readonly ContextBudgetOptions options;
    private readonly BudgetCalculator budgets;
    private readonly ChatCounters counters;
    private readonly TextFeatureCache texts;
    private readonly EmbeddingRequests? embeddingRequests;
    private readonly UsageCalibration usage = new();
    private readonly RequestMemory requests = new();
    private readonly TextCompactor compactor;
    private readonly AppCompaction? appCompaction;
    private readonly IContextLedger? ledger;
    private readonly ILogger logger;

    /// <summary>Initializes a new instance of the <see cref="ContextFitter"/> class.</summary>
    /// <param name="options">The budget and the weights. They are read at each fit.</param>
    /// <param name="counters">The token counters by model; <see cref="TokenCounterRegistry.Default"/> by default.</param>
    /// <param name="pressure">The memory pressure that shrinks budgets; none by default.</param>
    /// <param name="ledger">Where the size of each fitted request is recorded; nowhere by default.</param>
    /// <param name="logger">Where a request that was cut is noted, at debug level; nowhere by default.</param>
    /// <param name="embeddings">
    /// What tells how near in meaning two texts are. A generator that answers in this process (<see cref="ILocalEmbedding"/>) plays its part
    /// in every fit; any other one is asked in <see cref="FitAsync"/> only, for what has no embedding yet. Without one, words alone decide.
    /// </param>
    /// <param name="compactor">The app's own compaction, for <see cref="FitAsync"/>; none by default.</param>
    /// <param name="time">The clock that a generator of embeddings is timed by; the system's by default.</param>
    public ContextFitter(
        ContextBudgetOptions options,
        TokenCounterRegistry? counters = null,
        IMemoryPressure? pressure = null,
        IContextLedger? ledger = null,
        ILogger<ContextFitter>? logger = null,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null,
        IContextCompactor? compactor = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        budgets = new BudgetCalculator(options, pressure);
        this.counters = new ChatCounters(counters ?? TokenCounterRegistry.Default);
        this.ledger = ledger;
        this.logger = logger ?? NullLogger<ContextFitter>.Instance;
        var local = embeddings?.GetService(typeof(ILocalEmbedding)) as ILocalEmbedding;
        texts = new TextFeatureCache(local);
        embeddingRequests = embeddings is null || local is not null
            ? null
            : new EmbeddingRequests(embeddings, texts, options, time ?? TimeProvider.System, new FailOpen(this.logger));
        this.compactor = new TextCompactor(options.DisabledCompactors);
        appCompaction = compactor is null ? null : new AppCompaction(compactor, new FailOpen(this.logger));
    }

    /// <summary>Fits a request into window - reply reserve - tools, or less where a cap or memory pressure says so.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options that the call is made with, if any. They are not changed.</param>
    /// <param name="scope">Who calls: it names the agent and, where the options do not, the model.</param>
    /// <returns>The fitted request.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public ContextFit Fit(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope) => Record(Compute(messages, options, scope), options, scope);

    /// <summary>
    /// Fits a request as <see cref="Fit(IReadOnlyList{ChatMessage}, ChatOptions, CallScope)"/> does. Where something has to go, it asks the
    /// app's own generator of embeddings, where there is one, and has the app's <see cref="IContextCompactor"/>, where there is one, write
    /// shorter what would otherwise be cut.
    /// </summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options that the call is made with, if any. They are not changed.</param>
    /// <param name="scope">Who calls.</param>
    /// <param name="cancellationToken">Cancels the app's part.</param>
    /// <returns>The fitted request. It is there at once where the app has no part in it.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public async ValueTask<ContextFit> FitAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        var app = this.options.EnableCompaction ? appCompaction?.Begin(scope) : null;
        var fit = Compute(messages, options, scope, app);
        if (embeddingRequests is not null && !ReferenceEquals(fit.Messages, messages)
            && await embeddingRequests.EmbedAsync(messages, cancellationToken).ConfigureAwait(false))
        {
            app = this.options.EnableCompaction ? appCompaction?.Begin(scope) : null;
            fit = Compute(messages, options, scope, app);
        }

        if (app is { Wanted.Count: > 0 })
        {
            await appCompaction!.AskAsync(app, cancellationToken).ConfigureAwait(false);
            fit = Compute(messages, options, scope, appCompaction.Begin(scope));
        }

        return Record(fit, options, scope);
    }

    /// <summary>Fits a list that is edited after the fit: nothing is put in or moved, so that what stays keeps its order.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options that the call is made with, if any.</param>
    /// <param name="scope">Who calls.</param>
    /// <param name="isRequest">Whether the list is sent as it is fitted; else it is one that is still being put together.</param>
    internal ContextFit FitInPlace(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, bool isRequest)
    {
        var fit = Compute(messages, options, scope, inPlace: true);
        return isRequest ? Record(fit, options, scope) : fit;
    }

    /// <summary>Fits messages into a given number of tokens. Windows, caps, reserves and memory pressure play no part.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="availableTokens">The tokens that the messages may take, <see cref="ChatTokenCounter.ReplyPriming"/> included.</param>
    /// <param name="scope">Who calls: it names the agent and the model; by default nobody.</param>
    /// <returns>The fitted request.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public ContextFit Fit(IReadOnlyList<ChatMessage> messages, int availableTokens, CallScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        scope ??= CallScope.Empty;
        var budget = new ContextBudget(availableTokens, 0, 0, Math.Max(0, availableTokens));
        return Record(Fit(messages, counters.For(scope.Model), budget, budget, scope), null, scope);
    }

    /// <summary>Says what a request may spend.</summary>
    /// <param name="options">The options that the call is made with, if any.</param>
    /// <param name="scope">Who calls.</param>
    /// <returns>The budget.</returns>
    public ContextBudget GetBudget(ChatOptions? options, CallScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return budgets.UnderPressure(budgets.Full(options, scope, counters.For(options?.ModelId ?? scope.Model).CountTools(options)));
    }

    /// <summary>Learns from a reply what a model charges, where no verified rule says so.</summary>
    /// <param name="messages">The messages as they were sent.</param>
    /// <param name="options">The options that they were sent with, if any.</param>
    /// <param name="scope">Who called.</param>
    /// <param name="reply">What the reply said it used, for this request alone; it may say nothing.</param>
    internal void Learn(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, UsageDetails? reply)
    {
        var model = options?.ModelId ?? scope.Model;
        usage.Learn(model, messages, options, counters.For(model), reply?.InputTokenCount);
    }

    private ContextFit Compute(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, AppTexts? app = null, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(scope);
        var model = options?.ModelId ?? scope.Model;
        var counter = counters.For(model);
        var full = budgets.Full(options, scope, ToolTokens(counter, messages, options));
        var factor = usage.FactorOf(model, messages, options);
        var calibrated = UsageCalibration.Apply(full, factor);
        var fit = Fit(messages, counter, calibrated, budgets.UnderPressure(calibrated), scope, app, inPlace);

        // Counts that are lowered are still no lower than what is certain of them.
        return factor < 1 && counter.CountCertain(fit.Messages, options) > full.Available + full.ToolTokens
            ? Fit(messages, counter, full, budgets.UnderPressure(full), scope, app, inPlace)
            : fit;
    }

    private ContextFit Fit(
        IReadOnlyList<ChatMessage> messages, ChatTokenCounter counter, ContextBudget full, ContextBudget budget, CallScope scope, AppTexts? app = null, bool inPlace = false)
    {
        var work = new FitWork(messages, counter);
        var before = work.Total;
        CapToolResults(work);
        if (options.Mode == ContextMode.StablePrefix)
        {
            return FitStable(messages, work, before, full, budget, scope, inPlace);
        }

        return work.Total <= budget.Available ? Whole(messages, work, before, budget) : Cut(work, before, full, budget, scope, app);
    }

    private ContextFit Record(ContextFit fit, ChatOptions? chatOptions, CallScope scope)
    {
        fit.CommonPrefixTokens = requests.Compare(
            scope, chatOptions?.ModelId ?? scope.Model, chatOptions, fit.Budget.ToolTokens, fit.Messages, fit.MessageTokens);
        FitMetrics.Record(fit);
        ledger?.Record(scope, TextSize.OfBytes(fit.Messages), fit.TokensAfter);
        return fit;
    }

    // Tools cost a little less beside a system message. System messages always stay, so what the tools add is the same before and after.
    private static int ToolTokens(ChatTokenCounter counter, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        if (options is null)
        {
            return 0;
        }

        ChatMessage[] system = [.. messages.Where(ItemGrouper.IsSystem)];
        return counter.CountRequest(system, options) - counter.CountMessages(system) - ChatTokenCounter.ReplyPriming;
    }

    private void CapToolResults(FitWork work)
    {
        if (options.ToolResultMaxTokens is not { } limit)
        {
            return;
        }

        var results = new ToolResultShortener(work, TextQuery.None, options.EnableCompaction ? compactor : null);
        foreach (var result in results.Find(Enumerable.Range(0, work.Messages.Length)))
        {
            if (result.Tokens > limit)
            {
                results.Shorten(result, limit);
            }
        }
    }

    private static ContextFit Whole(IReadOnlyList<ChatMessage> messages, FitWork work, int before, ContextBudget budget)
    {
        var isChanged = Enumerable.Range(0, work.Messages.Length).Any(work.IsExchanged);
        return new ContextFit(
            isChanged ? work.Messages : messages,
            work.Tokens,
            before + budget.ToolTokens,
            work.Total + budget.ToolTokens,
            budget,
            dropped: 0,
            () => FitReport.OfWhole(work));
    }

    private ContextFit Cut(FitWork work, int before, ContextBudget full, ContextBudget budget, CallScope scope, AppTexts? app)
    {
        var plan = new FitPlan(ItemGrouper.Group(work.Messages), options.ImportanceThreshold);
        var planner = new FitPlanner(texts, options, compactor);
        var agent = budgets.AgentOf(scope);
        var required = planner.Decide(work, plan, budget, agent, app);
        if (required > budget.Available && required <= full.Available)
        {
            // Memory pressure takes what can go, never what must stay.
            budget = full with { Available = required };
            required = planner.Decide(work, plan, budget, agent, app);
        }

        ThrowIfTooLarge(work, plan, budget, required);
        return Fitted(work, plan, FitReport.KeptMessages(work, plan), before, budget);
    }

    private static void ThrowIfTooLarge(FitWork work, FitPlan plan, ContextBudget budget, int required)
    {
        if (required > budget.Available)
        {
            FitMetrics.RecordRefused();
            throw new ContextBudgetException(required, budget.Available, BudgetAdvice.For(plan.Items, work, budget, required));
        }
    }

    private ContextFit Fitted(FitWork work, FitPlan plan, FittedMessages fitted, int before, ContextBudget budget)
    {
        var dropped = work.Messages.Length - (fitted.Messages.Count - fitted.Added);
        var after = fitted.Tokens.Sum() + ChatTokenCounter.ReplyPriming + budget.ToolTokens;
        Log.Fitted(logger, before + budget.ToolTokens, after, budget.Available + budget.ToolTokens, dropped);
        return new ContextFit(
            fitted.Messages, fitted.Tokens, before + budget.ToolTokens, after, budget, dropped, () => FitReport.OfPlan(work, plan));
    }
}
