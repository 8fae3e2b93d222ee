using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony;

/// <summary>
/// Puts Parsimony into a chat client's pipeline: <c>builder.UseParsimony().UseFunctionInvocation().UseContextBudget()</c>.
/// </summary>
/// <remarks>What is not passed is taken from the provider that <c>Build</c> gets, at every <c>Build</c> anew.</remarks>
public static class ParsimonyChatClientBuilderExtensions
{
    /// <summary>Throttles agents and caches answers. It belongs before <c>UseFunctionInvocation</c>: one decision for each turn of a user.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="cache">The cache; by default the one that <c>AddParsimony</c> registered, if caching is switched on.</param>
    /// <param name="configure">Gets the client when it is made.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static ChatClientBuilder UseParsimony(this ChatClientBuilder builder, ResponseCache? cache = null, Action<ParsimonyChatClient>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) =>
        {
            if (cache is not null)
            {
                return ParsimonyPipeline.Cache(inner, cache, services.GetService<IAgentGate>(), expectsBudget: true, services, configure);
            }

            var own = services.ParsimonyCache();
            var throttle = services.ParsimonyThrottle();
            return own is null && throttle is null
                ? inner
                : ParsimonyPipeline.Cache(inner, own, throttle, services.ParsimonyOptions().EnableBudget, services, configure);
        });
    }

    /// <summary>Fits every request to its budget. It belongs after <c>UseFunctionInvocation</c>: one decision for each request to the model.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="fitter">Fits the requests; by default the one that <c>AddParsimony</c> registered, if budgets are switched on.</param>
    /// <param name="configure">Gets the client when it is made.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static ChatClientBuilder UseContextBudget(this ChatClientBuilder builder, ContextFitter? fitter = null, Action<BudgetChatClient>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) =>
        {
            if (inner.GetService(typeof(FunctionInvokingChatClient)) is not null)
            {
                services.PipelineWarnings().BudgetAboveTools();
            }

            var used = fitter ?? services.ParsimonyFitter();
            var expectsCache = fitter is not null || services.ParsimonyOptions().EnableCache;
            return used is null ? inner : ParsimonyPipeline.Budget(inner, used, expectsCache, services, configure);
        });
    }
}
