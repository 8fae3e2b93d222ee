using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel;

/// <summary>The end of a chat service's pipeline: gives the service what the engine decided to send, and takes its answer.</summary>
internal sealed class ChatServiceClient(IChatCompletionService inner, KernelEngine engine) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = ServiceCallOptions.CallOf(options);
        var tools = new ToolWatch(call.Scope);
        var history = Live(call, messages);
        IReadOnlyList<ChatMessageContent> answer;
        using (Sent(history, tools).Enter())
        {
            answer = await inner.GetChatMessageContentsAsync(history, call.Settings, call.Kernel, cancellationToken).ConfigureAwait(false);
        }

        call.Answer = answer;
        return engine.Translate(() => ResponseTranslation.ToResponse(answer, history.Appended, tools));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = ServiceCallOptions.CallOf(options);
        var tools = new ToolWatch(call.Scope);
        var history = Live(call, messages);
        var request = Sent(history, tools);
        var appended = 0;
        var calls = new List<AIContent>();
        var pieces = inner.GetStreamingChatMessageContentsAsync(history, call.Settings, call.Kernel, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pieces.ConfigureAwait(false))
        {
            while (true)
            {
                bool moved;
                using (request.Enter())
                {
                    moved = await pieces.MoveNextAsync().ConfigureAwait(false);
                }

                for (; appended < history.Appended.Count; appended++)
                {
                    yield return StreamingTranslation.ToUpdate(ToolMessage(history.Appended[appended]));
                }

                if (!moved)
                {
                    break;
                }

                calls.AddRange(StreamingTranslation.Calls(pieces.Current));
                yield return StreamingTranslation.ToUpdate(pieces.Current);
            }
        }

        foreach (var message in Unseen(history, calls, tools))
        {
            yield return StreamingTranslation.ToUpdate(message);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? KernelEngine.MetadataOf(inner) : null;

    public void Dispose()
    {
    }

    private ChatMessage ToolMessage(ChatMessageContent appended)
    {
        try
        {
            return HistoryTranslation.ToChatMessage(appended);
        }
        catch (Exception e)
        {
            // The engine must know that a tool ran, if not which.
            engine.Faults.Report("translation", e);
            return new ChatMessage(ChatRole.Tool, [new Microsoft.Extensions.AI.FunctionResultContent("", null)]);
        }
    }

    private LiveHistory Live(ServiceCall call, IEnumerable<ChatMessage> messages)
    {
        List<ChatMessageContent> sent;
        try
        {
            sent = call.ToSend(messages);
        }
        catch (Exception e)
        {
            engine.Faults.Report("translation", e);
            sent = [.. call.History];
        }

        return new LiveHistory(sent, call, engine.Fitter, engine.Faults);
    }

    // What is below reads the history by Semantic Kernel's own conversion.
    private static SentRequest Sent(LiveHistory history, ToolWatch tools) => new(history.Select(static m => m.ToChatMessage()), tools);

    // Calls that were left to the caller to run, and tools that ran out of sight.
    private static List<ChatMessage> Unseen(LiveHistory history, List<AIContent> calls, ToolWatch tools)
    {
        if (history.Appended.Count > 0)
        {
            return [];
        }

        return calls.Count > 0 ? [new ChatMessage(ChatRole.Assistant, calls)] : tools.AddUnseen([]);
    }
}
