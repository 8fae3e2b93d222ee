using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Reads the result of a tool as the text that a model is given.</summary>
internal static class ToolResultText
{
    public static string Of(object? result)
    {
        switch (result)
        {
            case null:
                return "";
            case string text:
                return text;
            case JsonElement { ValueKind: JsonValueKind.String } element:
                return element.GetString()!;
            case JsonElement element:
                return element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText();
            case TextContent content:
                return content.Text;
            case IEnumerable<AIContent> contents:
                return string.Concat(contents.OfType<TextContent>());
        }

        try
        {
            return JsonSerializer.Serialize(result, AIJsonUtilities.DefaultOptions.GetTypeInfo(result.GetType()));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            // A type that the app's build knows no JSON for; a service could not send it as JSON either.
            return result.ToString() ?? "";
        }
    }
}
