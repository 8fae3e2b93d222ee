using Microsoft.Extensions.AI;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony;

/// <summary>Puts Parsimony's clients around a client, and warns once where a pipeline has only one of the two.</summary>
internal static class ParsimonyPipeline
{
    public static IChatClient Cache(IChatClient inner, ResponseCache? cache, IAgentGate? gate, bool expectsBudget, IServiceProvider services, Action<ParsimonyChatClient>? configure = null)
    {
        var client = new ParsimonyChatClient(inner, cache, gate, services.LoggerOf<ParsimonyChatClient>());
        configure?.Invoke(client);
        if (inner.GetService(typeof(BudgetPipelineMark)) is BudgetPipelineMark mark)
        {
            mark.Adopt();
        }
        else if (expectsBudget && inner.GetService(typeof(BudgetChatClient)) is null)
        {
            services.PipelineWarnings().NoBudget();
        }

        return client;
    }

    public static IChatClient Budget(IChatClient inner, ContextFitter fitter, bool expectsCache, IServiceProvider services, Action<BudgetChatClient>? configure = null)
    {
        var client = new BudgetChatClient(inner, fitter, services.LoggerOf<BudgetChatClient>());
        configure?.Invoke(client);
        return expectsCache ? new BudgetPipelineMark(client, services.PipelineWarnings()) : client;
    }
}
