using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>The end of a chat client's pipeline: takes our own properties off the options, watches the tools, and marks the request as handled.</summary>
internal sealed class SendingChatClient(IChatClient inner, KernelEngine engine) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        using (new SentRequest(sent, new ToolWatch(options.ResolveInnerCallScope())).Enter())
        {
            return await base.GetResponseAsync(sent, BudgetedTool.Replace(Clean(options), engine), cancellationToken).ConfigureAwait(false);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var request = new SentRequest(sent, new ToolWatch(options.ResolveInnerCallScope()));
        var updates = base.GetStreamingResponseAsync(sent, BudgetedTool.Replace(Clean(options), engine), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                using (request.Enter())
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }

                yield return updates.Current;
            }
        }
    }

    private static ChatOptions? Clean(ChatOptions? options)
    {
        if (options?.AdditionalProperties is not { } properties ||
            !(properties.ContainsKey(CallScopeChatOptionsExtensions.PropertyName) || properties.ContainsKey(ServiceIdentity.PropertyName)))
        {
            return options;
        }

        var clean = options.Clone();
        clean.AdditionalProperties!.Remove(CallScopeChatOptionsExtensions.PropertyName);
        clean.AdditionalProperties.Remove(ServiceIdentity.PropertyName);
        if (clean.AdditionalProperties.Count == 0)
        {
            clean.AdditionalProperties = null;
        }

        return clean;
    }
}
