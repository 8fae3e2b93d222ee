using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.TextGeneration;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>The end of a text service's pipeline: shortens the prompt by passages where it is too long, and asks the service.</summary>
internal sealed class TextServiceClient(ITextGenerationService inner, KernelEngine engine) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = ServiceCallOptions.CallOf(options);
        var tools = new ToolWatch(call.Scope);
        var prompt = Prompt(call, messages);
        IReadOnlyList<Microsoft.SemanticKernel.TextContent> answer;
        using (Sent(prompt, tools).Enter())
        {
            answer = await inner.GetTextContentsAsync(prompt, call.Settings, call.Kernel, cancellationToken).ConfigureAwait(false);
        }

        call.Answer = answer;
        return engine.Translate(() => ResponseTranslation.ToResponse(answer, tools));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = ServiceCallOptions.CallOf(options);
        var tools = new ToolWatch(call.Scope);
        var prompt = Prompt(call, messages);
        var request = Sent(prompt, tools);
        var pieces = inner.GetStreamingTextContentsAsync(prompt, call.Settings, call.Kernel, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pieces.ConfigureAwait(false))
        {
            while (true)
            {
                using (request.Enter())
                {
                    if (!await pieces.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }

                yield return StreamingTranslation.ToUpdate(pieces.Current);
            }
        }

        foreach (var message in tools.AddUnseen([]))
        {
            yield return StreamingTranslation.ToUpdate(message);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? KernelEngine.MetadataOf(inner) : null;

    public void Dispose()
    {
    }

    private string Prompt(ServiceCall call, IEnumerable<ChatMessage> messages)
    {
        var prompt = messages.Last().Text;
        try
        {
            return engine.Prompts.FitText(prompt, call.Options, call.Scope);
        }
        catch (Exception e) when (e is not (ContextBudgetException or OperationCanceledException))
        {
            engine.Faults.Report("budget", e);
            return prompt;
        }
    }

    private static SentRequest Sent(string prompt, ToolWatch tools) => new([new ChatMessage(ChatRole.User, prompt)], tools);
}
