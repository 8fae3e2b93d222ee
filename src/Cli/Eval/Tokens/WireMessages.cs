using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>Turns a message of the wire format into the message that an app would have sent it as.</summary>
internal static class WireMessages
{
    public static ChatMessage Read(JsonField message)
    {
        var role = new ChatRole(message.Label("role"));
        var contents = new List<AIContent>();
        if (role == ChatRole.Tool)
        {
            contents.Add(new FunctionResultContent(message.FindText("tool_call_id") ?? "", TextOf(message)));
        }
        else if (message.Find("content") is { } content)
        {
            contents.AddRange(WireContents.Read(content));
        }

        foreach (var call in message.FindItems("tool_calls"))
        {
            contents.Add(WireCalls.Read(call.Get("function"), call.FindText("id") ?? ""));
        }

        if (message.Find("function_call") is { } legacyCall)
        {
            contents.Add(WireCalls.Read(legacyCall, ""));
        }

        return new ChatMessage(role, contents) { AuthorName = message.FindText("name") };
    }

    private static string TextOf(JsonField message) =>
        message.Find("content") is { } content ? string.Concat(WireContents.Read(content).OfType<TextContent>().Select(text => text.Text)) : "";
}
