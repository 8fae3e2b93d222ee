using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Reads the result of a tool as the text that a model is given.</summary>
internal static class ToolResultText
{
    public static string Of(object? result) => result switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement { ValueKind: JsonValueKind.Undefined } => "",
        JsonElement element => element.GetRawText(),
        TextContent content => content.Text,
        IEnumerable<AIContent> contents => string.Concat(contents.OfType<TextContent>()),
        _ => WireJson.TextOf(result),
    };
}
