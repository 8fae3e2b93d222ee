using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>Reads a call that the model asked for: <c>{"name","arguments"}</c>, the arguments being JSON in a text.</summary>
internal static class WireCalls
{
    public static FunctionCallContent Read(JsonField function, string callId)
    {
        var arguments = function.FindText("arguments") ?? "";
        var call = new FunctionCallContent(callId, function.Label("name")) { RawRepresentation = arguments };
        try
        {
            using var document = JsonDocument.Parse(arguments);
            call.Arguments = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, object? (member) => member.Value.Clone());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            // A model may write anything; the call counts all the same.
            call.Exception = fault;
        }

        return call;
    }
}
