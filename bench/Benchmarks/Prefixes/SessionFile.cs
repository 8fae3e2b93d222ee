using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Benchmarks.Prefixes;

/// <summary>Reads recorded sessions: agent runs in the format of OpenAI's API (<c>messages</c>), or conversations with questions and evidence (<c>turns</c>).</summary>
internal static class SessionFile
{
    public static IEnumerable<RecordedSession> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.TryGetProperty("turns", out var turns)
                ? Conversation(turns, document.RootElement.GetProperty("questions"))
                : new RecordedSession([.. document.RootElement.GetProperty("messages").EnumerateArray().Select(Message)], []);
        }
    }

    private static RecordedSession Conversation(JsonElement turns, JsonElement questions)
    {
        var indexes = turns.EnumerateArray().Select(static (t, i) => (Id: t.GetProperty("id").GetString()!, i)).ToDictionary(static t => t.Id, static t => t.i);
        return new RecordedSession(
            [.. turns.EnumerateArray().Select(static t => new ChatMessage(new ChatRole(t.GetProperty("role").GetString()!), t.GetProperty("text").GetString()))],
            [.. questions.EnumerateArray().Select(q => (
                q.GetProperty("text").GetString()!,
                q.GetProperty("evidence").EnumerateArray().Select(e => indexes[e.GetString()!]).ToArray()))]);
    }

    private static ChatMessage Message(JsonElement message)
    {
        var content = message.GetProperty("content").GetString() ?? "";
        var role = new ChatRole(message.GetProperty("role").GetString()!);
        if (role == ChatRole.Tool)
        {
            return new ChatMessage(role, [new FunctionResultContent(message.GetProperty("tool_call_id").GetString()!, content)]);
        }

        var calls = message.TryGetProperty("tool_calls", out var toolCalls) ? toolCalls.EnumerateArray().Select(Call).ToList<AIContent>() : [];
        return calls.Count > 0 ? new ChatMessage(role, calls) : new ChatMessage(role, content);
    }

    private static FunctionCallContent Call(JsonElement call)
    {
        var function = call.GetProperty("function");
        return new FunctionCallContent(
            call.GetProperty("id").GetString()!,
            function.GetProperty("name").GetString()!,
            JsonSerializer.Deserialize<Dictionary<string, object?>>(function.GetProperty("arguments").GetString()!));
    }
}
