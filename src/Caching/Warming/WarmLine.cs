using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>One known answer, as a line of JSON.</summary>
internal sealed class WarmLine
{
    public required List<ChatMessage> Messages { get; init; }

    public required string Answer { get; init; }

    public required CallScope Scope { get; init; }

    public required List<string> Tags { get; init; }

    public static WarmLine Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("Not a JSON object.");
        }

        return new WarmLine
        {
            Messages = ReadMessages(root),
            Answer = Text(root, "answer") ?? throw new FormatException("No \"answer\"."),
            Scope = new CallScope { Tenant = Text(root, "tenant"), User = Text(root, "user"), Agent = Text(root, "agent"), Model = Text(root, "model") },
            Tags = ReadTags(root),
        };
    }

    private static List<ChatMessage> ReadMessages(JsonElement root)
    {
        if (Text(root, "prompt") is { } prompt)
        {
            return [new ChatMessage(ChatRole.User, prompt)];
        }

        if (!root.TryGetProperty("messages", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new FormatException("Neither \"prompt\" nor \"messages\".");
        }

        var messages = new List<ChatMessage>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, "role") is not { } role || Text(item, "content") is not { } content)
            {
                throw new FormatException("A message without \"role\" or \"content\".");
            }

            messages.Add(new ChatMessage(new ChatRole(role), content));
        }

        return messages;
    }

    private static List<string> ReadTags(JsonElement root)
    {
        if (!root.TryGetProperty("tags", out var tags) || tags.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String)
            ? [.. tags.EnumerateArray().Select(t => t.GetString()!)]
            : throw new FormatException("\"tags\" is no list of texts.");
    }

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is no text.");
    }

    internal sealed class FormatException(string message) : JsonException(message);
}
