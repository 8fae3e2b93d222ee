namespace Parsimony;

/// <summary>
/// The front matter of a Markdown file: the part of YAML that such files are written in. Keys without indentation; as values plain and
/// quoted scalars (over several lines too), block scalars (<c>|</c>, <c>&gt;</c>), lists inline and as blocks. A value that holds
/// anything else is marked as unreadable. Plain scalars may hold ": ", as descriptions of agents often do.
/// </summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";

    private FrontMatter(List<FrontMatterEntry> entries, string body)
    {
        Entries = entries;
        Body = body;
    }

    public IReadOnlyList<FrontMatterEntry> Entries { get; }

    /// <summary>Gets the prose behind the front matter.</summary>
    public string Body { get; }

    /// <summary>Reads a file's text.</summary>
    /// <returns>The front matter; null where the text has none.</returns>
    /// <exception cref="FrontMatterException">A line is no part of any key.</exception>
    public static FrontMatter? Read(string text)
    {
        string[] lines = [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(static l => l.TrimEnd())];
        if (lines[0] != Fence)
        {
            return null;
        }

        var end = Array.FindIndex(lines, 1, static l => l is Fence or "...");
        if (end < 0)
        {
            throw new FrontMatterException(1, Fence, "the front matter must end with a line of three hyphens");
        }

        var entries = new List<FrontMatterEntry>();
        var reader = new FrontMatterValues(lines, end);
        for (var line = 1; line < end;)
        {
            if (lines[line].Length == 0 || lines[line].TrimStart()[0] == '#')
            {
                line++;
                continue;
            }

            if (!TryKey(lines[line], out var key, out var rest))
            {
                throw new FrontMatterException(line + 1, lines[line], "must be a key, a colon and a value, and what belongs to a value must be indented");
            }

            entries.Add(reader.Read(key, rest, ref line));
        }

        return new FrontMatter(entries, string.Join('\n', lines[(end + 1)..]));
    }

    private static bool TryKey(string line, out string key, out string rest)
    {
        (key, rest) = ("", "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || char.IsWhiteSpace(line[0]) || line[0] is '-' or '[' or '{' || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
        {
            return false;
        }

        key = line[..colon].Trim().Trim('"', '\'');
        rest = line[(colon + 1)..].Trim();
        return key.Length > 0;
    }
}
