using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.Services;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>What the filters and the decorators of one kernel share: the engine of every other room, assembled.</summary>
internal sealed class KernelEngine
{
    private readonly ILoggerFactory loggers;

    public KernelEngine(
        KernelFeatures features, ResponseCache? cache, ContextFitter? fitter, IAgentGate? gate, TokenCounterRegistry counters, int? toolResultMaxTokens, ILoggerFactory loggers)
    {
        UseFilters = features.Filters;
        Cache = cache;
        Fitter = fitter;
        Gate = gate;
        this.loggers = loggers;
        Faults = new FailOpen(loggers.CreateLogger("Parsimony.SemanticKernel"));
        Prompts = new PromptFitter(fitter, counters, toolResultMaxTokens);
        Messages = new MessageRounds(fitter, Prompts);
        Decorations = new ServiceDecorations(this, features.Decorators);
    }

    public bool UseFilters { get; }

    public ResponseCache? Cache { get; }

    public ContextFitter? Fitter { get; }

    public IAgentGate? Gate { get; }

    public FailOpen Faults { get; }

    public PromptFitter Prompts { get; }

    public MessageRounds Messages { get; }

    public ServiceDecorations Decorations { get; }

    /// <summary>Puts scope, throttle, cache and, where the pipeline carries messages and not one text, the budget in front of a client.</summary>
    public IChatClient BuildPipeline(IChatClient end, bool fits)
    {
        var client = fits && Fitter is not null ? new BudgetChatClient(end, Fitter, loggers.CreateLogger<BudgetChatClient>()) : end;
        return Cache is null && Gate is null ? client : new ParsimonyChatClient(client, Cache, Gate, loggers.CreateLogger<ParsimonyChatClient>());
    }

    /// <summary>Translates an answer that was given already: a fault must not take it from its caller, so it is taken for an incomplete one.</summary>
    public ChatResponse Translate(Func<ChatResponse> translate)
    {
        try
        {
            return translate();
        }
        catch (Exception e)
        {
            Faults.Report("translation", e);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "")) { FinishReason = ChatFinishReason.Length };
        }
    }

    /// <summary>A service's attributes as a chat client's metadata.</summary>
    public static ChatClientMetadata MetadataOf(IAIService service) => new(
        service.GetType().FullName,
        Uri.TryCreate(service.GetEndpoint(), UriKind.Absolute, out var endpoint) ? endpoint : null,
        service.GetModelId());
}
