using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>The engine's messages in Semantic Kernel's types.</summary>
internal static class MessageTranslation
{
    /// <summary>Translates one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="call">Finds the call that a tool result answers; it gives the result its function's name.</param>
    public static ChatMessageContent ToChatMessageContent(Ai.ChatMessage message, Func<string, FunctionCallContent?>? call = null)
    {
        var content = new ChatMessageContent { Role = new AuthorRole(message.Role.Value), AuthorName = message.AuthorName };
        foreach (var part in message.Contents)
        {
            if (ToKernelContent(part, call) is { } item)
            {
                if (item is FunctionResultContent { Result: string text })
                {
                    // The connectors keep a tool's result as text too, and some read it from there.
                    content.Items.Add(new TextContent(text));
                }

                content.Items.Add(item);
            }
        }

        return content;
    }

    private static KernelContent? ToKernelContent(Ai.AIContent part, Func<string, FunctionCallContent?>? call) => part switch
    {
        Ai.TextContent text => new TextContent(text.Text),
        Ai.DataContent data when data.HasTopLevelMediaType("image") => new ImageContent(data.Uri),
        Ai.DataContent data when data.HasTopLevelMediaType("audio") => new AudioContent(data.Uri),
        Ai.DataContent data => new BinaryContent(data.Uri),
        Ai.UriContent uri when uri.HasTopLevelMediaType("image") => new ImageContent(uri.Uri),
        Ai.UriContent uri when uri.HasTopLevelMediaType("audio") => new AudioContent(uri.Uri),
        Ai.UriContent uri => new BinaryContent(uri.Uri),
        Ai.FunctionCallContent f => Call(f),
        Ai.FunctionResultContent r => Result(r, call?.Invoke(r.CallId)),
        UntranslatedContent other => other.Item,
        _ => null,
    };

    private static FunctionCallContent Call(Ai.FunctionCallContent call)
    {
        var (plugin, name) = Split(call.Name);
        return new FunctionCallContent(name, plugin, call.CallId, call.Arguments is null ? null : new KernelArguments(call.Arguments));
    }

    private static FunctionResultContent Result(Ai.FunctionResultContent result, FunctionCallContent? call) =>
        new(call?.FunctionName, call?.PluginName, result.CallId, result.Result);

    private static (string? Plugin, string Name) Split(string qualified)
    {
        var dash = qualified.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? (qualified[..dash], qualified[(dash + 1)..]) : (null, qualified);
    }
}
