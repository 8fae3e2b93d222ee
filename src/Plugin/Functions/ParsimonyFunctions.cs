using System.ComponentModel;
using Microsoft.Extensions.AI;
using Parsimony.Caching;

namespace Parsimony;

/// <summary>The functions that an agent can call: how things stand, how large its context should be, and that the cache was wrong.</summary>
public sealed class ParsimonyFunctions
{
    private readonly OptimizationOrchestrator orchestrator;

    /// <summary>Initializes a new instance of the <see cref="ParsimonyFunctions"/> class.</summary>
    /// <param name="orchestrator">Does the work.</param>
    public ParsimonyFunctions(OptimizationOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        this.orchestrator = orchestrator;
    }

    /// <summary>
    /// Says what every part does and holds. Of the agents only the calling one is shown: what a model is told may reach its user, and other
    /// agents may be other customers'. The app has them all from <see cref="OptimizationOrchestrator.GetStatus"/>.
    /// </summary>
    /// <returns>A snapshot.</returns>
    [Description("Shows cache hits, memory pressure, throttling and the context that the calling agent holds.")]
    public OptimizationStatus GetStatus()
    {
        var status = orchestrator.GetStatus();
        return status with { Agents = CallScope.Current.Agent is { } agent ? [.. status.Agents.Where(a => IsNamed(a, agent))] : [] };
    }

    /// <summary>Looks at the health of every part.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The scores.</returns>
    [Description("Shows the health of memory, cache and throttle as scores from 0 to 100, and overall.")]
    public async Task<ParsimonyHealth> GetHealthAsync(CancellationToken cancellationToken = default) =>
        await orchestrator.GetHealthAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Says how large an agent's context should be now.</summary>
    /// <param name="agent">The agent; the calling one by default.</param>
    /// <returns>The recommendation.</returns>
    [Description("Recommends how many tokens an agent's messages should have at most now.")]
    public ContextRecommendation RecommendContextSize([Description("The agent's name; leave it out for the calling agent.")] string? agent = null)
    {
        agent ??= CallScope.Current.Agent;
        return new ContextRecommendation(agent, orchestrator.RecommendContextSize(agent), orchestrator.GetStatus().Memory.Pressure);
    }

    /// <summary>Reports that a cached answer was wrong.</summary>
    /// <param name="entryId">The entry's id.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>Whether the entry is quarantined.</returns>
    [Description("Reports that an answer served from the cache was wrong, so that it is never served again.")]
    public async Task<FalseHitReport> ReportFalseHitAsync(
        [Description("The entry id that came with the answer, under parsimony.entry.")] string entryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entryId);
        return new FalseHitReport(entryId, await orchestrator.ReportFalseHitAsync(entryId, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reports that a question went to the model although an earlier one had its answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="earlier">The earlier question in its own words.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether the report is kept, and what refuses the two.</returns>
    /// <remarks>
    /// An entry's id is not looked up, whosever it is: the answer would tell an agent what the cache holds for others. The app, which knows
    /// whose an id is, has <see cref="OptimizationOrchestrator.ReportMissedHitAsync"/>.
    /// </remarks>
    [Description("Reports that an earlier answer would have served a new question.")]
    public async Task<MissedHitReport> ReportMissedHitAsync(
        [Description("The new question.")] string question,
        [Description("The earlier question, in its own words.")] string earlier,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        ArgumentException.ThrowIfNullOrWhiteSpace(earlier);
        if (ResponseCache.IsEntryId(earlier))
        {
            return new MissedHitReport(false, null, null);
        }

        var kept = await orchestrator.ReportMissedHitAsync(question, earlier, cancellationToken).ConfigureAwait(false);
        return new MissedHitReport(kept is not null, kept?.RefusedBy, kept?.Probability);
    }

    /// <summary>Makes the functions into tools for <see cref="ChatOptions.Tools"/> or a kernel plugin.</summary>
    /// <returns>Five functions: <c>get_status</c>, <c>get_health</c>, <c>recommend_context_size</c>, <c>report_false_hit</c>, <c>report_missed_hit</c>.</returns>
    public IList<AIFunction> AsAIFunctions() =>
    [
        Create(GetStatus, "get_status"),
        Create(GetHealthAsync, "get_health"),
        Create(RecommendContextSize, "recommend_context_size"),
        Create(ReportFalseHitAsync, "report_false_hit"),
        Create(ReportMissedHitAsync, "report_missed_hit"),
    ];

    private static bool IsNamed(AgentContext context, string agent) => string.Equals(context.Agent, agent, StringComparison.OrdinalIgnoreCase);

    private static AIFunction Create(Delegate function, string name) =>
        AIFunctionFactory.Create(function, name, serializerOptions: ReportJson.Default.Options);
}
