namespace Parsimony.QuickStart.Desk;

/// <summary>One article of the desk's handbook.</summary>
/// <param name="Id">The id that a right answer cites.</param>
/// <param name="Title">The title.</param>
/// <param name="Body">The paragraphs, separated by empty lines: the situation first, then the answer.</param>
internal sealed record HandbookArticle(string Id, string Title, string Body)
{
    private const string Heading = "Handbook article [";

    /// <summary>Writes the article as the model reads it.</summary>
    public string ToPrompt() => $"{Heading}{Id}]\n{Title}\n\n{Body}";

    /// <summary>Reads an article back out of a message; <see langword="null"/> where the message is none.</summary>
    public static HandbookArticle? FromPrompt(string text)
    {
        if (!text.StartsWith(Heading, StringComparison.Ordinal))
        {
            return null;
        }

        var idEnd = text.IndexOf("]\n", Heading.Length, StringComparison.Ordinal);
        var titleEnd = idEnd < 0 ? -1 : text.IndexOf("\n\n", idEnd + 2, StringComparison.Ordinal);
        return titleEnd < 0 ? null : new(text[Heading.Length..idEnd], text[(idEnd + 2)..titleEnd], text[(titleEnd + 2)..]);
    }
}
