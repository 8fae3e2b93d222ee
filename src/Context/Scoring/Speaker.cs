using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Finds who speaks in a message, by name: the author's name, or a name in front of the text ("Ann Lee: ...").</summary>
internal static class Speaker
{
    private const int LongestName = 40;
    private const int MostWords = 3;

    public static string? Of(ChatMessage message)
    {
        if (message.AuthorName is { Length: > 0 } author)
        {
            return ContextDocument.IsDocument(message) || ContextMemory.IsMemory(message) ? null : author;
        }

        foreach (var content in message.Contents)
        {
            if (content is TextContent text)
            {
                return InFrontOf(text.Text);
            }
        }

        return null;
    }

    private static string? InFrontOf(string text)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, LongestName)).IndexOf(": ");
        if (end <= 0)
        {
            return null;
        }

        var name = text.AsSpan(0, end);
        return char.IsUpper(name[0]) && !name.ContainsAny('\n', '.') && name.Count(' ') < MostWords ? name.ToString() : null;
    }
}
