using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>The engine's messages in Semantic Kernel's types.</summary>
internal static class MessageTranslation
{
    /// <summary>Translates one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="before">The messages before it: there a tool's result finds its call, and with it its function's name.</param>
    /// <param name="kernel">The kernel whose functions a call may name.</param>
    /// <param name="original">
    /// The message in whose stead this one is sent, if there is one: where its results stand alone, so do these, and nothing is sent twice.
    /// </param>
    public static ChatMessageContent ToChatMessageContent(
        Ai.ChatMessage message, IEnumerable<ChatMessageContent> before, Kernel? kernel, ChatMessageContent? original = null)
    {
        var keepsText = original is null || original.Items.OfType<TextContent>().Any();
        var content = new ChatMessageContent { Role = new AuthorRole(message.Role.Value), AuthorName = message.AuthorName };
        foreach (var part in message.Contents)
        {
            if (ToKernelContent(part, before, kernel) is { } item)
            {
                if (keepsText && item is FunctionResultContent { Result: string text })
                {
                    // The connectors keep a tool's result as text too, and some read it from there.
                    content.Items.Add(new TextContent(text));
                }

                item.Metadata ??= ItemMetadata.Restored(part);
                content.Items.Add(item);
            }
        }

        return content;
    }

    private static KernelContent? ToKernelContent(Ai.AIContent part, IEnumerable<ChatMessageContent> before, Kernel? kernel) => part switch
    {
        Ai.TextContent text => new TextContent(text.Text),
        Ai.DataContent data when data.HasTopLevelMediaType("image") => new ImageContent(data.Uri),
        Ai.DataContent data when data.HasTopLevelMediaType("audio") => new AudioContent(data.Uri),
        Ai.DataContent data => new BinaryContent(data.Uri),
        Ai.UriContent uri when uri.HasTopLevelMediaType("image") => new ImageContent(uri.Uri),
        Ai.UriContent uri when uri.HasTopLevelMediaType("audio") => new AudioContent(uri.Uri),
        Ai.UriContent uri => new BinaryContent(uri.Uri),
        Ai.FunctionCallContent call => ToCall(call, kernel),
        Ai.FunctionResultContent result => ToResult(result, FindCall(before, result.CallId)),
        UntranslatedContent other => other.Item,
        _ => null,
    };

    private static FunctionCallContent ToCall(Ai.FunctionCallContent call, Kernel? kernel)
    {
        var (plugin, name) = FunctionNames.Split(call.Name, kernel);
        return new FunctionCallContent(name, plugin, call.CallId, call.Arguments is null ? null : new KernelArguments(call.Arguments));
    }

    private static FunctionResultContent ToResult(Ai.FunctionResultContent result, FunctionCallContent? call) =>
        new(call?.FunctionName, call?.PluginName, result.CallId, result.Result);

    private static FunctionCallContent? FindCall(IEnumerable<ChatMessageContent> history, string id) =>
        history.SelectMany(static m => m.Items).OfType<FunctionCallContent>().LastOrDefault(c => c.Id == id);
}
