using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>A tool's result as the text that a connector sends.</summary>
internal static class ToolResultText
{
    /// <summary>The text; null where the result is none, or an image that some connectors send as it is.</summary>
    public static string? Of(object? result) => result switch
    {
        null or BinaryContent => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        ChatMessageContent message => message.ToString(),
        IEnumerable<ChatMessageContent> messages => string.Join(',', messages),
        Microsoft.Extensions.AI.AIContent or IEnumerable<Microsoft.Extensions.AI.AIContent> => null,
        _ => SettingsFlattening.TryWrite(result, out var json) ? json : null,
    };
}
