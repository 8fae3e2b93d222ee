using System.Xml;
using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>
/// A rendered prompt that holds messages as XML. Semantic Kernel reads it into messages; this keeps, for each message, the XML it
/// came from, so that a shorter prompt is made of the very elements that stay.
/// </summary>
internal sealed class ChatPrompt
{
    private readonly List<XmlElement> elements;

    private ChatPrompt(string text, List<ChatMessage> messages, List<XmlElement> elements)
    {
        Text = text;
        Messages = messages;
        this.elements = elements;
    }

    /// <summary>Gets the prompt as it was rendered.</summary>
    public string Text { get; }

    /// <summary>Gets the messages that Semantic Kernel will read from it.</summary>
    public List<ChatMessage> Messages { get; }

    /// <summary>Reads a prompt; null where Semantic Kernel would take it for plain text.</summary>
    public static ChatPrompt? Parse(string text)
    {
        if (!text.Contains("<message", StringComparison.OrdinalIgnoreCase) || PromptReader.Read(text) is not { } history || Elements(text) is not { } elements)
        {
            return null;
        }

        // Whatever Semantic Kernel counts as a message must be what is counted here, else nothing is touched.
        return elements.Count == history.Count ? new ChatPrompt(text, HistoryTranslation.ToChatMessages(history), elements) : null;
    }

    /// <summary>Writes the prompt with some of its messages.</summary>
    /// <param name="kept">The indexes of the messages that stay, ascending.</param>
    /// <param name="messages">The messages that stay; one that is not the original is written anew.</param>
    public string With(List<int> kept, IReadOnlyList<ChatMessage> messages)
    {
        var lines = new List<string>(kept.Count);
        for (var i = 0; i < kept.Count; i++)
        {
            lines.Add(ReferenceEquals(messages[i], Messages[kept[i]]) ? elements[kept[i]].OuterXml : Rewrite(elements[kept[i]], messages[i].Text));
        }

        return string.Join('\n', lines);
    }

    private static List<XmlElement>? Elements(string text)
    {
        // Read as Semantic Kernel does: white space is kept, nothing outside the prompt is ever loaded.
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            document.LoadXml($"<root>{text}</root>");
        }
        catch (XmlException)
        {
            return null;
        }

        return [.. document.DocumentElement!.ChildNodes.OfType<XmlElement>().Where(static e =>
            e.Name.Equals("message", StringComparison.OrdinalIgnoreCase) && e.HasAttribute("role"))];
    }

    private static string Rewrite(XmlElement original, string text)
    {
        var element = (XmlElement)original.CloneNode(deep: false);
        element.InnerText = text;
        return element.OuterXml;
    }
}
