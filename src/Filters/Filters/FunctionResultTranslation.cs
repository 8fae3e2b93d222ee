using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>Results of prompt functions, from and for the cache.</summary>
internal static class FunctionResultTranslation
{
    /// <summary>The result that the prompt's own service would have led to: callers ask it for the types they are used to.</summary>
    public static FunctionResult ToResult(ChatResponse response, PromptTarget target, KernelFunction function, Kernel kernel)
    {
        KernelContent? content = target.Service switch
        {
            IChatCompletionService or null => ResponseTranslation.ToContents(response, target.ModelId, [], kernel)[0],
            ITextGenerationService => ResponseTranslation.ToTexts(response, target.ModelId)[0],
            _ => null,
        };
        return content is null
            ? new FunctionResult(function, response, kernel.Culture, response.AdditionalProperties)
            : new FunctionResult(function, content, kernel.Culture, content.Metadata);
    }

    /// <summary>A result as the engine's answer; null where it is none that one answer alone was given to.</summary>
    public static ChatResponse? ToResponse(FunctionResult result, ToolWatch tools)
    {
        switch (result.GetValue<object>())
        {
            case ChatMessageContent message:
                return ResponseTranslation.ToResponse([message], [], tools);
            case Microsoft.SemanticKernel.TextContent text:
                return ResponseTranslation.ToResponse([text], tools);
            case ChatResponse response:
                return response;
            default:
                return null;
        }
    }
}
