namespace Parsimony.QuickStart.Desk;

/// <summary>Reads the handbook: one Markdown file an article, with its id and title in front.</summary>
internal static class Handbook
{
    public static IReadOnlyList<HandbookArticle> Load(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.md").Order(StringComparer.Ordinal).Select(file => Parse(File.ReadAllText(file), file))];

    public static HandbookArticle Parse(string text, string source)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3 || parts[0].Length != 0)
        {
            throw new InvalidDataException($"{source}: an article begins with --- and lines for id and title, closed by ---.");
        }

        var fields = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[^1].Trim(), StringComparer.Ordinal);
        return new(fields["id"], fields["title"], parts[2].Trim());
    }
}
