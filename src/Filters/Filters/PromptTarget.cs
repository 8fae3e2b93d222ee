using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

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

    public static PromptTarget Of(PromptRenderContext context) => new(SelectedService.For(context.Function, context.Arguments));
}
