using System.Text.Json;
using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Counts what a server was sent, from the wire alone.</summary>
internal static class WireTokens
{
    public static int Count(JsonElement request) =>
        new ChatTokenCounter(TokenCounter.O200kBase).CountRequest(request.GetProperty("messages").EnumerateArray().Select(Message), null);

    public static string Text(JsonElement message) => message.TryGetProperty("content", out var content)
        ? content.ValueKind == JsonValueKind.Array
            ? string.Concat(content.EnumerateArray().Select(static p => p.TryGetProperty("text", out var t) ? t.GetString() : ""))
            : content.GetString() ?? ""
        : "";

    public static List<string> Messages(JsonElement request) =>
        [.. request.GetProperty("messages").EnumerateArray().Select(static m => $"{m.GetProperty("role").GetString()}: {Text(m)}")];

    private static ChatMessage Message(JsonElement message)
    {
        var role = new ChatRole(message.GetProperty("role").GetString()!);
        if (role == ChatRole.Tool)
        {
            return new ChatMessage(role, [new FunctionResultContent(message.GetProperty("tool_call_id").GetString()!, Text(message))]);
        }

        var result = new ChatMessage(role, Text(message));
        foreach (var call in message.TryGetProperty("tool_calls", out var calls) ? calls.EnumerateArray().ToArray() : [])
        {
            var function = call.GetProperty("function");
            result.Contents.Add(new FunctionCallContent(
                call.GetProperty("id").GetString()!,
                function.GetProperty("name").GetString()!,
                JsonSerializer.Deserialize<Dictionary<string, object?>>(function.GetProperty("arguments").GetString()!)));
        }

        return result;
    }
}
