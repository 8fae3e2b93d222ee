using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>Pieces of a streamed answer, from a service to the engine and back.</summary>
internal static class StreamingTranslation
{
    /// <summary>A piece of a chat service's answer. The caller gets the piece itself, which travels along.</summary>
    public static Ai.ChatResponseUpdate ToUpdate(StreamingChatMessageContent piece)
    {
        var update = new Ai.ChatResponseUpdate
        {
            Role = piece.Role is { } role ? new Ai.ChatRole(role.Label) : null,
            ModelId = piece.ModelId,
            FinishReason = piece.ChoiceIndex > 0 ? new("several_choices") : FinishReasons.Of(piece.Metadata, piece.InnerContent),
            RawRepresentation = piece,
        };
        foreach (var item in piece.Items.OfType<StreamingTextContent>())
        {
            update.Contents.Add(new Ai.TextContent(item.Text));
        }

        return update;
    }

    /// <summary>The calls of functions that begin in a piece. Their arguments come in later pieces and do not matter here.</summary>
    public static IEnumerable<Ai.AIContent> Calls(StreamingChatMessageContent piece) => piece.Items.OfType<StreamingFunctionCallUpdateContent>()
        .Where(static c => !string.IsNullOrEmpty(c.CallId))
        .Select(static c => new Ai.FunctionCallContent(c.CallId!, c.Name ?? ""));

    /// <summary>A piece of a text service's answer.</summary>
    public static Ai.ChatResponseUpdate ToUpdate(StreamingTextContent piece) => new(Ai.ChatRole.Assistant, piece.Text)
    {
        ModelId = piece.ModelId,
        FinishReason = piece.ChoiceIndex > 0 ? new("several_choices") : FinishReasons.Of(piece.Metadata, piece.InnerContent),
        RawRepresentation = piece,
    };

    /// <summary>A message of the tool loop. The service has told its caller of it already; this is for the engine alone.</summary>
    public static Ai.ChatResponseUpdate ToUpdate(Ai.ChatMessage toolMessage)
    {
        // The text beside a call was streamed; once is enough.
        var contents = toolMessage.Contents.Where(static c => c is Ai.FunctionCallContent or Ai.FunctionResultContent);
        return new Ai.ChatResponseUpdate(toolMessage.Role, [.. contents]) { RawRepresentation = ToolMessageMark };
    }

    /// <summary>Says whether an update is for the engine alone.</summary>
    public static bool IsToolMessage(Ai.ChatResponseUpdate update) => update.RawRepresentation == ToolMessageMark;

    /// <summary>A piece that no service of this call made, for the caller of a chat service. Tool messages go into the caller's history.</summary>
    public static StreamingChatMessageContent? ToPiece(Ai.ChatResponseUpdate update, string? modelId, ChatHistory history, Kernel? kernel)
    {
        if (update.Contents.Any(static c => c is Ai.FunctionCallContent or Ai.FunctionResultContent))
        {
            var tool = update.Contents.Where(static c => c is Ai.FunctionCallContent or Ai.FunctionResultContent).ToList();
            var role = update.Role ?? (tool[0] is Ai.FunctionCallContent ? Ai.ChatRole.Assistant : Ai.ChatRole.Tool);
            history.Add(MessageTranslation.ToChatMessageContent(new Ai.ChatMessage(role, tool), history, kernel));
            return update.Text.Length == 0 ? null : Piece(update, modelId);
        }

        return update.Text.Length == 0 && update.FinishReason is null ? null : Piece(update, modelId);
    }

    /// <summary>A piece that no service of this call made, for the caller of a text service.</summary>
    public static StreamingTextContent? ToText(Ai.ChatResponseUpdate update, string? modelId) =>
        update.Text.Length == 0 && update.FinishReason is null
            ? null
            : new StreamingTextContent(
                update.Text,
                modelId: update.ModelId ?? modelId,
                metadata: FinishReasons.Metadata(update.FinishReason, update.AdditionalProperties));

    private static object ToolMessageMark { get; } = new();

    private static StreamingChatMessageContent Piece(Ai.ChatResponseUpdate update, string? modelId) => new(
        new AuthorRole((update.Role ?? Ai.ChatRole.Assistant).Value),
        update.Text,
        modelId: update.ModelId ?? modelId,
        metadata: FinishReasons.Metadata(update.FinishReason, update.AdditionalProperties));
}
