using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>The wire format of OpenAI's chat completions, as far as the clients under test read it.</summary>
internal static class OpenAIWire
{
    public static string Completion(string id, JsonElement request, OpenAIReply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Text };
        if (reply.Calls.Length > 0)
        {
            message["tool_calls"] = new JsonArray([.. reply.Calls.Select((c, i) => (JsonNode)Call(id, c, i))]);
        }

        var body = Frame(id, request, "chat.completion");
        body["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = reply.FinishReason });
        body["usage"] = Usage();
        return body.ToJsonString();
    }

    public static string Stream(string id, JsonElement request, OpenAIReply reply)
    {
        var events = new StringBuilder();
        Send(events, id, request, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
        foreach (var piece in reply.Text is null ? [] : Pieces.Of(reply.Text))
        {
            Send(events, id, request, new JsonObject { ["content"] = piece }, null);
        }

        for (var i = 0; i < reply.Calls.Length; i++)
        {
            var call = Call(id, reply.Calls[i], i);
            call["index"] = i;
            Send(events, id, request, new JsonObject { ["tool_calls"] = new JsonArray(call) }, null);
        }

        Send(events, id, request, [], reply.FinishReason);
        if (request.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var usage) && usage.GetBoolean())
        {
            // As the real service does: a last event without choices.
            var last = Frame(id, request, "chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage();
            events.Append("data: ").Append(last.ToJsonString()).Append("\n\n");
        }

        return events.Append("data: [DONE]\n\n").ToString();
    }

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 10, ["completion_tokens"] = 5, ["total_tokens"] = 15 };

    private static JsonObject Call(string id, (string Name, string Arguments) call, int index) => new()
    {
        ["id"] = $"call-{id}-{index}",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
    };

    private static void Send(StringBuilder events, string id, JsonElement request, JsonObject delta, string? finishReason)
    {
        var body = Frame(id, request, "chat.completion.chunk");
        body["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason });
        events.Append("data: ").Append(body.ToJsonString()).Append("\n\n");
    }

    private static JsonObject Frame(string id, JsonElement request, string kind) => new()
    {
        ["id"] = id,
        ["object"] = kind,
        ["created"] = 1_767_225_600,
        ["model"] = request.GetProperty("model").GetString(),
    };
}
