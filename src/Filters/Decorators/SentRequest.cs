using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>
/// A request that leaves the engine for a service or a client. Should that one be built on another that Parsimony decorates too,
/// the request is known there by its messages and passes through.
/// </summary>
internal readonly struct SentRequest(IEnumerable<ChatMessage> messages, ToolWatch tools)
{
    private readonly RequestHash hash = RequestHash.Of(messages);
    private readonly ToolWatch tools = tools;

    public Scope Enter() => new(HandledRequests.Enter(HandlingStage.Cache, hash), HandledRequests.Enter(HandlingStage.Budget, hash), tools.Enter());

    internal readonly struct Scope(HandledRequests.Handling cache, HandledRequests.Handling budget, ToolWatch.Restore tools) : IDisposable
    {
        public void Dispose()
        {
            tools.Dispose();
            budget.Dispose();
            cache.Dispose();
        }
    }
}
