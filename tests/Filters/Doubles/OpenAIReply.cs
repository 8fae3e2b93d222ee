using System.Text.Json;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>What the loopback server answers: a text, or calls of functions.</summary>
internal sealed record OpenAIReply(string? Text, params (string Name, string Arguments)[] Calls)
{
    /// <summary>A call of the first function that the request offers; connectors name functions each in their way.</summary>
    public static OpenAIReply CallTool(JsonElement request, string arguments = "{}") =>
        new(null, (request.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString()!, arguments));

    public string FinishReason { get; init; } = Calls.Length > 0 ? "tool_calls" : "stop";
}
