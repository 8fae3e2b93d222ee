using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>Whole answers, from a service to the engine and from the engine to a service's caller.</summary>
internal static class ResponseTranslation
{
    /// <summary>What a chat service answered, with what its tool loop appended to the history before.</summary>
    public static Ai.ChatResponse ToResponse(IReadOnlyList<ChatMessageContent> answer, IReadOnlyList<ChatMessageContent> appended, ToolWatch tools)
    {
        // A filter that ends a tool loop makes the last tool result the answer; it is in the history already.
        var messages = HistoryTranslation.ToChatMessages([.. appended, .. answer.Take(1).Where(a => !appended.Contains(a))]);
        var response = new Ai.ChatResponse(tools.AddUnseen(messages))
        {
            ModelId = answer.Count > 0 ? answer[0].ModelId : null,
            FinishReason = answer switch
            {
                [] => null,
                [var only] when only.Role == AuthorRole.Tool => Ai.ChatFinishReason.ToolCalls,
                [var only] => FinishReasons.Of(only.Metadata, only.InnerContent),
                _ => Several,
            },
            Usage = answer.Count > 0 ? UsageOf(answer[0].Metadata) : null,
        };
        return response;
    }

    /// <summary>What a text service answered.</summary>
    public static Ai.ChatResponse ToResponse(IReadOnlyList<TextContent> answer, ToolWatch tools)
    {
        List<Ai.ChatMessage> messages = answer.Count > 0 ? [new(Ai.ChatRole.Assistant, answer[0].Text)] : [];
        return new Ai.ChatResponse(tools.AddUnseen(messages))
        {
            ModelId = answer.Count > 0 ? answer[0].ModelId : null,
            FinishReason = answer.Count > 1 ? Several : answer.Count == 1 ? FinishReasons.Of(answer[0].Metadata, answer[0].InnerContent) : null,
            Usage = answer.Count > 0 ? UsageOf(answer[0].Metadata) : null,
        };
    }

    /// <summary>An answer that no service of this call made, for the caller of a chat service. The messages before the last go into the caller's history.</summary>
    public static IReadOnlyList<ChatMessageContent> ToContents(Ai.ChatResponse response, string? modelId, ChatHistory history, Kernel? kernel)
    {
        var contents = new List<ChatMessageContent>(response.Messages.Count);
        foreach (var message in response.Messages)
        {
            var content = MessageTranslation.ToChatMessageContent(message, contents, kernel);
            content.ModelId = response.ModelId ?? modelId;
            contents.Add(content);
        }

        if (contents.Count == 0)
        {
            return contents;
        }

        history.AddRange(contents.Take(contents.Count - 1));
        contents[^1].Metadata = FinishReasons.Metadata(response.FinishReason, response.AdditionalProperties);
        return [contents[^1]];
    }

    /// <summary>An answer that no service of this call made, for the caller of a text service.</summary>
    public static IReadOnlyList<TextContent> ToTexts(Ai.ChatResponse response, string? modelId) =>
    [
        new TextContent(
            response.Messages.Count > 0 ? response.Messages[^1].Text : "",
            response.ModelId ?? modelId,
            metadata: FinishReasons.Metadata(response.FinishReason, response.AdditionalProperties)),
    ];

    // Several choices were asked for and given; none of them alone is the answer to the request.
    private static Ai.ChatFinishReason Several { get; } = new("several_choices");

    private static Ai.UsageDetails? UsageOf(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata is not null && metadata.TryGetValue("Usage", out var usage) ? usage as Ai.UsageDetails : null;
}
