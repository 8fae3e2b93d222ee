using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>A service that is both: kernels treat one registered as either by what it implements, and so it must implement both.</summary>
internal sealed class DecoratedChatAndTextService : DecoratedChatCompletionService, ITextGenerationService
{
    private readonly DecoratedTextGenerationService text;

    public DecoratedChatAndTextService(Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService inner, KernelEngine engine, ServiceIdentity identity)
        : base(inner, engine, identity)
    {
        text = new DecoratedTextGenerationService((ITextGenerationService)inner, engine, identity);
    }

    private DecoratedChatAndTextService(DecoratedChatAndTextService service, CallBinding binding)
        : base(service, binding)
    {
        text = (DecoratedTextGenerationService)service.text.Bind(binding);
    }

    public override object Bind(CallBinding binding) => new DecoratedChatAndTextService(this, binding);

    public Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        text.GetTextContentsAsync(prompt, executionSettings, kernel, cancellationToken);

    public IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        text.GetStreamingTextContentsAsync(prompt, executionSettings, kernel, cancellationToken);
}
