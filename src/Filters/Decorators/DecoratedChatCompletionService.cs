using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel;

/// <summary>A chat service with the cache, the throttle and the budget in front of it.</summary>
internal class DecoratedChatCompletionService : DecoratedService, IChatCompletionService, IBindableService
{
    private readonly IChatCompletionService inner;
    private readonly IChatClient pipeline;

    public DecoratedChatCompletionService(IChatCompletionService inner, KernelEngine engine, ServiceIdentity identity)
        : base(inner, engine, identity, null)
    {
        this.inner = inner;
        pipeline = engine.BuildPipeline(new ChatServiceClient(inner, engine), fits: true);
    }

    protected DecoratedChatCompletionService(DecoratedChatCompletionService service, CallBinding binding)
        : base(service.inner, service.Engine, service.Identity, binding)
    {
        inner = service.inner;
        pipeline = service.pipeline;
    }

    public virtual object Bind(CallBinding binding) => new DecoratedChatCompletionService(this, binding);

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chatHistory);
        if (Begin(chatHistory, executionSettings, kernel, AmbientScope.Current, showsTools: true) is not { } call)
        {
            return await inner.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken).ConfigureAwait(false);
        }

        var response = await pipeline.GetResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false);
        return call.Answer as IReadOnlyList<ChatMessageContent> ?? ResponseTranslation.ToContents(response, ModelId, chatHistory, kernel);
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chatHistory);

        // The scope is that of the call, not that of whoever reads the stream later.
        return StreamAsync(chatHistory, executionSettings, kernel, AmbientScope.Current, cancellationToken);
    }

    private async IAsyncEnumerable<StreamingChatMessageContent> StreamAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings, Kernel? kernel, AmbientScope ambient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Begin(chatHistory, executionSettings, kernel, ambient, showsTools: true) is not { } call)
        {
            await foreach (var piece in inner.GetStreamingChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken).ConfigureAwait(false))
            {
                yield return piece;
            }

            yield break;
        }

        await foreach (var update in pipeline.GetStreamingResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false))
        {
            if (update.RawRepresentation is StreamingChatMessageContent own)
            {
                yield return own;
            }
            else if (!StreamingTranslation.IsToolMessage(update) && StreamingTranslation.ToPiece(update, ModelId, chatHistory, kernel) is { } piece)
            {
                yield return piece;
            }
        }
    }
}
