using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>Reads <c>{"text","answer","tenant"?,"history"?:[{"role","text"}]}</c>, one request a line. Other members are ignored.</summary>
internal static class StreamFile
{
    /// <summary>Reads all requests in their order.</summary>
    /// <exception cref="InputException">The file or a line of it is not in this format.</exception>
    public static List<StreamRequest> Read(string file) => [.. JsonLines.Read(file).Select(ReadRequest)];

    private static StreamRequest ReadRequest(JsonField request) => new(
        request.Text("text"),
        request.Label("answer"),
        request.FindText("tenant"),
        [.. request.FindItems("history").Select(ReadMessage)]);

    private static ChatMessage ReadMessage(JsonField message) => new(new ChatRole(message.Label("role")), message.Text("text"));
}
