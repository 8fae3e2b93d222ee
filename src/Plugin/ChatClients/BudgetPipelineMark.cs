using Microsoft.Extensions.AI;

namespace Parsimony;

/// <summary>
/// Stands around a budget client and knows whether a caching client was put around the pipeline later. The caching client looks inward and
/// tells it; the budget client cannot look outward, so it can say only at its first call that there is none.
/// </summary>
internal sealed class BudgetPipelineMark(IChatClient budget, PipelineWarnings warnings) : DelegatingChatClient(budget)
{
    private int looked;

    /// <summary>Says that there is a caching client, and nothing to warn of.</summary>
    public void Adopt() => Interlocked.Exchange(ref looked, 1);

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        WarnOnce();
        return base.GetResponseAsync(messages, options, cancellationToken);
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        WarnOnce();
        return base.GetStreamingResponseAsync(messages, options, cancellationToken);
    }

    private void WarnOnce()
    {
        if (Interlocked.Exchange(ref looked, 1) == 0)
        {
            warnings.NoCache();
        }
    }
}
