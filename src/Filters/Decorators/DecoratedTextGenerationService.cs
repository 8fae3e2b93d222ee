using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>A text service with the cache, the throttle and the budget in front of it.</summary>
internal sealed class DecoratedTextGenerationService : DecoratedService, ITextGenerationService, IBindableService
{
    private readonly ITextGenerationService inner;
    private readonly IChatClient pipeline;

    public DecoratedTextGenerationService(ITextGenerationService inner, KernelEngine engine, ServiceIdentity identity)
        : base(inner, engine, identity, null)
    {
        this.inner = inner;
        pipeline = engine.BuildPipeline(new TextServiceClient(inner, engine), fits: false);
    }

    private DecoratedTextGenerationService(DecoratedTextGenerationService service, CallBinding binding)
        : base(service.inner, service.Engine, service.Identity, binding)
    {
        inner = service.inner;
        pipeline = service.pipeline;
    }

    public object Bind(CallBinding binding) => new DecoratedTextGenerationService(this, binding);

    public async Task<IReadOnlyList<Microsoft.SemanticKernel.TextContent>> GetTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        if (Begin(History(prompt), executionSettings, kernel, AmbientScope.Current, showsTools: false) is not { } call)
        {
            return await inner.GetTextContentsAsync(prompt, executionSettings, kernel, cancellationToken).ConfigureAwait(false);
        }

        var response = await pipeline.GetResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false);
        return call.Answer as IReadOnlyList<Microsoft.SemanticKernel.TextContent> ?? ResponseTranslation.ToTexts(response, ModelId);
    }

    public IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        StreamAsync(prompt, executionSettings, kernel, AmbientScope.Current, cancellationToken);

    private async IAsyncEnumerable<StreamingTextContent> StreamAsync(
        string prompt, PromptExecutionSettings? executionSettings, Kernel? kernel, AmbientScope ambient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Begin(History(prompt), executionSettings, kernel, ambient, showsTools: false) is not { } call)
        {
            await foreach (var piece in inner.GetStreamingTextContentsAsync(prompt, executionSettings, kernel, cancellationToken).ConfigureAwait(false))
            {
                yield return piece;
            }

            yield break;
        }

        await foreach (var update in pipeline.GetStreamingResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false))
        {
            if (update.RawRepresentation is StreamingTextContent own)
            {
                yield return own;
            }
            else if (!StreamingTranslation.IsToolMessage(update) && StreamingTranslation.ToText(update, ModelId) is { } piece)
            {
                yield return piece;
            }
        }
    }

    private static ChatHistory History(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return [new ChatMessageContent(AuthorRole.User, prompt)];
    }
}
