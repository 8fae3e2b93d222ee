using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>The service that a prompt is rendered for, found as the kernel found it a moment before.</summary>
/// <param name="Service">The service.</param>
/// <param name="ModelId">Its model, where it is known.</param>
internal sealed record PromptTarget(object? Service, string? ModelId)
{
    /// <summary>Gets a value indicating whether the service is decorated and does the work itself.</summary>
    public bool IsDecorated => Service is IBindableService;

    public static PromptTarget Find(PromptRenderContext context)
    {
        var selector = context.Kernel.ServiceSelector;
        if (selector.TrySelectAIService<IChatCompletionService>(context.Kernel, context.Function, context.Arguments, out var chat, out _))
        {
            return new PromptTarget(chat, chat.GetModelId());
        }

        if (selector.TrySelectAIService<ITextGenerationService>(context.Kernel, context.Function, context.Arguments, out var text, out _))
        {
            return new PromptTarget(text, text.GetModelId());
        }

        return selector is IChatClientSelector clients &&
            clients.TrySelectChatClient<IChatClient>(context.Kernel, context.Function, context.Arguments, out var client, out _)
            ? new PromptTarget(client, client.GetModelId())
            : new PromptTarget(null, null);
    }
}
