using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Reads and writes the texts in messages that may be written shorter.</summary>
internal static class ContentText
{
    /// <summary>Gets the text of a tool's result or a text content; <see langword="null"/> for any other content.</summary>
    public static string? Of(AIContent content) => content switch
    {
        FunctionResultContent result => ToolResultText.Of(result.Result),
        TextContent text => text.Text,
        _ => null,
    };

    /// <summary>Copies a message with another text in one content. The call's id and everything else of it stay.</summary>
    public static ChatMessage Replace(ChatMessage message, int content, string text) => Replace(message, [(content, text)]);

    /// <summary>Copies a message with other texts in some of its contents.</summary>
    public static ChatMessage Replace(ChatMessage message, IReadOnlyList<(int Content, string Text)> texts)
    {
        // Raw representations are left behind: some services send them in the place of the contents.
        var copy = message.Clone();
        copy.RawRepresentation = null;
        var contents = new List<AIContent>(message.Contents);
        foreach (var (content, text) in texts)
        {
            contents[content] = Replace(contents[content], text);
        }

        copy.Contents = contents;
        return copy;
    }

    private static AIContent Replace(AIContent content, string text) => content is FunctionResultContent result
        ? new FunctionResultContent(result.CallId, text) { Exception = result.Exception, AdditionalProperties = result.AdditionalProperties }
        : new TextContent(text) { AdditionalProperties = content.AdditionalProperties };
}
