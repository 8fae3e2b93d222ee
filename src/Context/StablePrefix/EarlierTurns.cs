using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Quotes turns that were cut from a history and matter to the newest question, in one message that says what it is.</summary>
internal static class EarlierTurns
{
    private const string Heading = "Earlier in this conversation:";

    /// <summary>Quotes items.</summary>
    /// <param name="items">The items, in their order.</param>
    /// <param name="messages">The messages that the items are made of.</param>
    /// <returns>A document: it is never taken for the user's question, nor quoted again.</returns>
    public static ChatMessage Quote(IEnumerable<ContextItem> items, IReadOnlyList<ChatMessage> messages)
    {
        var text = new StringBuilder(Heading);
        foreach (var index in items.SelectMany(static i => i.MessageIndexes))
        {
            Append(text, messages[index]);
        }

        return ContextDocument.Create(text.ToString());
    }

    /// <summary>Says whether a message is such a quote, as an app that stores fitted requests sends it again.</summary>
    public static bool IsQuote(ChatMessage message) =>
        ContextDocument.IsDocument(message) && message.Text.StartsWith(Heading, StringComparison.Ordinal);

    private static void Append(StringBuilder text, ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            var quoted = content switch
            {
                TextReasoningContent => null,
                TextContent said => said.Text,
                FunctionCallContent call => $"[calls {call.Name} {WireJson.ArgumentsOf(call)}]",
                FunctionResultContent result => ToolResultText.Of(result.Result),
                DataContent data => $"[{data.MediaType}]",
                UriContent uri => $"[{uri.MediaType}]",
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(quoted))
            {
                text.Append("\n\n").Append(message.Role.Value);
                if (!string.IsNullOrEmpty(message.AuthorName))
                {
                    text.Append(" (").Append(message.AuthorName).Append(')');
                }

                text.Append(": ").Append(quoted);
            }
        }
    }
}
