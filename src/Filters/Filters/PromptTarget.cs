using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>The service that a prompt is rendered for.</summary>
/// <param name="Service">The service; null where a selector other than ours chose it.</param>
internal sealed record PromptTarget(object? Service)
{
    /// <summary>Gets a value indicating whether the service is decorated and does the work itself.</summary>
    public bool IsDecorated => Service is IBindableService;

    /// <summary>Gets the service's model, where it is known.</summary>
    public string? ModelId => Service switch
    {
        IAIService service => service.GetModelId(),
        IChatClient client => client.GetModelId(),
        _ => null,
    };

    /// <summary>The client that the cache knows the service by; null where the service is not known, or is of no kind that answers prompts.</summary>
    public IChatClient? Client(KernelEngine engine) => Service switch
    {
        IChatClient client => client,
        IChatCompletionService chat => new ChatServiceClient(chat, engine),
        ITextGenerationService text => new TextServiceClient(text, engine),
        _ => null,
    };

    public static PromptTarget Of(PromptRenderContext context) => new(SelectedService.For(context.Function, context.Arguments));
}
