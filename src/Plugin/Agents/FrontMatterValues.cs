using System.Text;

namespace Parsimony;

/// <summary>Reads the values of a front matter, however many lines they take.</summary>
/// <param name="lines">The lines of the file, without white space at their ends.</param>
/// <param name="end">The line that ends the front matter.</param>
internal sealed class FrontMatterValues(string[] lines, int end)
{
    private const string Unreadable = "must be a text, a number, or a list of texts: front matter is read without nested keys, anchors and tags";

    // The first line from the one looked at on that is not empty: a block of empty lines is gone through once.
    private int filled;

    /// <summary>Reads the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="rest">What stands behind the colon.</param>
    /// <param name="line">The line of the key; afterwards the first line that does not belong to it.</param>
    public FrontMatterEntry Read(string key, string rest, ref int line)
    {
        var at = line++ + 1;
        var first = rest.Length == 0 || rest[0] == '#' ? '\0' : rest[0];
        return first switch
        {
            '|' or '>' => new FrontMatterEntry(key, at, [Block(rest, ref line)]),
            '[' => List(key, at, Joined(rest, ref line)),
            '"' or '\'' => Quoted(key, at, Joined(rest, ref line)),
            '&' or '*' or '!' or '{' => Problem(key, at, ref line),
            '\0' => Below(key, at, ref line),
            _ => new FrontMatterEntry(key, at, [YamlScalars.WithoutComment(Joined(rest, ref line))], IsPlain: true),
        };
    }

    // What belongs to a value is indented; an empty line belongs to it where something indented follows.
    private bool Continues(int line)
    {
        for (filled = Math.Max(filled, line); filled < end && lines[filled].Length == 0;)
        {
            filled++;
        }

        return filled < end && char.IsWhiteSpace(lines[filled][0]);
    }

    private string Joined(string rest, ref int line)
    {
        var text = new StringBuilder(rest);
        while (Continues(line))
        {
            if (lines[line].Length > 0)
            {
                text.Append(' ').Append(lines[line].AsSpan().Trim());
            }

            line++;
        }

        return text.ToString();
    }

    private string Block(string header, ref int line)
    {
        var isFolded = header[0] == '>';
        var block = new List<string>();
        while (Continues(line))
        {
            block.Add(lines[line++]);
        }

        var indent = block.Where(static l => l.Length > 0).Select(static l => l.Length - l.TrimStart().Length).DefaultIfEmpty().Min();
        var texts = block.ConvertAll(l => l.Length > indent ? l[indent..] : "");
        if (!isFolded)
        {
            return string.Join('\n', texts).TrimEnd();
        }

        // Folded: lines join, empty lines part paragraphs.
        return string.Join('\n', string.Join('\n', texts).Split("\n\n").Select(static p => p.ReplaceLineEndings(" "))).TrimEnd();
    }

    private static FrontMatterEntry List(string key, int at, string text) => YamlScalars.TryList(text, out var items)
        ? new FrontMatterEntry(key, at, items)
        : new FrontMatterEntry(key, at, [text], Problem: "must be a list such as [one, \"two\"], closed and without lists inside");

    private static FrontMatterEntry Quoted(string key, int at, string text) => YamlScalars.TryQuoted(text, out var value, out var behind) && YamlScalars.IsComment(behind)
        ? new FrontMatterEntry(key, at, [value])
        : new FrontMatterEntry(key, at, [text], Problem: "must end with the quotation mark it begins with, and nothing behind it");

    private FrontMatterEntry Problem(string key, int at, ref int line)
    {
        while (Continues(line))
        {
            line++;
        }

        return new FrontMatterEntry(key, at, [], Problem: Unreadable);
    }

    // A list may stand at the indentation of its key.
    private FrontMatterEntry Below(string key, int at, ref int line)
    {
        var items = new List<string>();
        var isList = true;
        while (line < end && (Continues(line) || IsItem(lines[line])))
        {
            var text = lines[line].Trim();
            if (text.Length > 0 && text[0] != '#')
            {
                isList &= IsItem(text);
                items.Add(text);
            }

            line++;
        }

        if (items.Count == 0)
        {
            return new FrontMatterEntry(key, at, []);
        }

        if (!isList)
        {
            return items.Exists(static i => IsItem(i) || i.Contains(": ", StringComparison.Ordinal) || i[^1] == ':')
                ? new FrontMatterEntry(key, at, [], Problem: Unreadable)
                : new FrontMatterEntry(key, at, [string.Join(' ', items)], IsPlain: true);
        }

        var values = new List<string>();
        foreach (var item in items.Select(static i => i[1..].Trim()).Where(static i => i.Length > 0))
        {
            if (!YamlScalars.TryScalar(item, out var value))
            {
                return new FrontMatterEntry(key, at, [item], Problem: Unreadable);
            }

            values.Add(value);
        }

        return new FrontMatterEntry(key, at, values);
    }

    private static bool IsItem(string line) => line == "-" || line.StartsWith("- ", StringComparison.Ordinal);
}
