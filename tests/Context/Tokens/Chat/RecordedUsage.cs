using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>A request in OpenAI's wire format, with the prompt tokens that were charged for it.</summary>
internal sealed record RecordedUsage(string Model, IReadOnlyList<ChatMessage> Messages, ChatOptions Options, int Expected, string Kind, bool Legacy)
{
    public static IEnumerable<RecordedUsage> Read(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(Parse);

    public static RecordedUsage Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var request = document.RootElement.Clone();
        var messages = request.GetProperty("messages").EnumerateArray().Select(Message).ToList();
        var options = new ChatOptions { Tools = [.. Tools(request)], ToolMode = Mode(request) };
        var kind = messages.Any(m => m.Contents.Any(c => c is DataContent or UriContent)) ? "images"
            : options.Tools.Count > 0 || messages.Any(m => m.Role.Value == "function" || m.Contents.Any(c => c is FunctionCallContent)) ? "tools"
            : "text";
        return new RecordedUsage(request.GetProperty("model").GetString()!, messages, options, request.GetProperty("expected").GetInt32(), kind, request.TryGetProperty("functions", out _));
    }

    public int Count(TokenCounterRegistry registry)
        => new ChatTokenCounter(registry.ForModel(Model), Model) { UsesLegacyFunctions = Legacy }.CountRequest(Messages, Options);

    private static ChatMessage Message(JsonElement message)
    {
        var result = new ChatMessage(new ChatRole(message.GetProperty("role").GetString()!), (string?)null);
        if (message.TryGetProperty("name", out var name))
        {
            result.AuthorName = name.GetString();
        }

        if (message.TryGetProperty("content", out var content))
        {
            foreach (var part in content.ValueKind == JsonValueKind.Array ? content.EnumerateArray().ToList() : [content])
            {
                if (Content(part) is { } item)
                {
                    result.Contents.Add(item);
                }
            }
        }

        if (message.TryGetProperty("function_call", out var call))
        {
            result.Contents.Add(new FunctionCallContent("call", call.GetProperty("name").GetString()!)
            {
                RawRepresentation = call.GetProperty("arguments").GetString(),
            });
        }

        return result;
    }

    private static AIContent? Content(JsonElement part)
    {
        if (part.ValueKind is JsonValueKind.String)
        {
            return new TextContent(part.GetString());
        }

        if (part.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        if (part.GetProperty("type").GetString() == "text")
        {
            return new TextContent(part.GetProperty("text").GetString());
        }

        var image = part.GetProperty("image_url");
        var uri = image.GetProperty("url").GetString()!;
        AIContent content = uri.StartsWith("data:", StringComparison.Ordinal) ? new DataContent(uri) : new UriContent(uri, "image/*");
        if (image.TryGetProperty("detail", out var detail))
        {
            content.AdditionalProperties = new() { ["detail"] = detail.GetString() };
        }

        return content;
    }

    private static IEnumerable<AITool> Tools(JsonElement request)
    {
        var functions = request.TryGetProperty("tools", out var tools) ? tools.EnumerateArray().Select(t => t.GetProperty("function"))
            : request.TryGetProperty("functions", out var old) ? old.EnumerateArray().AsEnumerable()
            : [];
        foreach (var function in functions)
        {
            yield return AIFunctionFactory.CreateDeclaration(
                function.GetProperty("name").GetString()!,
                function.TryGetProperty("description", out var description) ? description.GetString() : null,
                function.TryGetProperty("parameters", out var parameters) ? parameters : JsonElement.Parse("{}"));
        }
    }

    private static ChatToolMode? Mode(JsonElement request)
    {
        if (!request.TryGetProperty("tool_choice", out var choice) && !request.TryGetProperty("function_call", out choice))
        {
            return null;
        }

        if (choice.ValueKind == JsonValueKind.Object)
        {
            var function = choice.TryGetProperty("function", out var inner) ? inner : choice;
            return ChatToolMode.RequireSpecific(function.GetProperty("name").GetString()!);
        }

        return choice.GetString() switch
        {
            "none" => ChatToolMode.None,
            "required" => ChatToolMode.RequireAny,
            _ => ChatToolMode.Auto,
        };
    }
}
