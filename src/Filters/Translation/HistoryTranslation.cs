using Microsoft.SemanticKernel;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>Semantic Kernel's chat messages in the types that the engine works on.</summary>
internal static class HistoryTranslation
{
    /// <summary>Translates a history message by message: as many messages come out as went in.</summary>
    public static List<Ai.ChatMessage> ToChatMessages(IReadOnlyList<ChatMessageContent> history)
    {
        var messages = new List<Ai.ChatMessage>(history.Count);
        foreach (var content in history)
        {
            messages.Add(ToChatMessage(content));
        }

        return messages;
    }

    /// <summary>
    /// Semantic Kernel's own conversion, less what does not reach the model (a message's metadata, raw objects), less the copy of a tool's
    /// result that Semantic Kernel keeps as text, and plus what the conversion leaves out: the plugin in a function's name, and a
    /// placeholder for each item that has no counterpart, so that nobody takes the message for something it is not.
    /// </summary>
    public static Ai.ChatMessage ToChatMessage(ChatMessageContent content)
    {
        var message = content.ToChatMessage();
        message.RawRepresentation = null;
        message.AdditionalProperties = Marks(content);
        var hasResult = message.Contents.Any(static c => c is Ai.FunctionResultContent);
        var calls = new Queue<FunctionCallContent>(content.Items.OfType<FunctionCallContent>());
        for (var i = message.Contents.Count - 1; i >= 0; i--)
        {
            if (hasResult && message.Contents[i] is Ai.TextContent)
            {
                message.Contents.RemoveAt(i);
            }
        }

        for (var i = 0; i < message.Contents.Count; i++)
        {
            if (message.Contents[i] is Ai.FunctionCallContent call && calls.TryDequeue(out var original))
            {
                message.Contents[i] = call = new Ai.FunctionCallContent(call.CallId, FunctionNames.OfTool(original.PluginName, original.FunctionName), call.Arguments);
            }

            message.Contents[i].RawRepresentation = null;
            message.Contents[i].AdditionalProperties = ItemMetadata.Kept(message.Contents[i], content);
        }

        foreach (var item in content.Items)
        {
            if (item is not (TextContent or BinaryContent or FunctionCallContent or FunctionResultContent))
            {
                message.Contents.Add(new UntranslatedContent(item));
            }
        }

        return message;
    }

    // An app marks documents with "parsimony.*" properties; all other metadata is the connector's and changes from call to call.
    private static Ai.AdditionalPropertiesDictionary? Marks(ChatMessageContent content)
    {
        Ai.AdditionalPropertiesDictionary? marks = null;
        foreach (var (key, value) in content.Metadata ?? new Dictionary<string, object?>())
        {
            if (key.StartsWith("parsimony.", StringComparison.Ordinal))
            {
                (marks ??= [])[key] = value;
            }
        }

        return marks;
    }
}
