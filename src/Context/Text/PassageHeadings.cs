namespace Parsimony.Context;

/// <summary>Finds the headings that passages stand under, so that a kept passage keeps its heading.</summary>
internal static class PassageHeadings
{
    private const int LongestHeading = 100;

    /// <summary>Finds, for each passage, the nearest heading before it.</summary>
    /// <returns>The index of the heading's passage; -1 where there is none and for headings themselves.</returns>
    public static int[] Find(string text, IReadOnlyList<Passage> passages)
    {
        var headings = new int[passages.Count];
        var nearest = -1;
        for (var i = 0; i < headings.Length; i++)
        {
            var passage = text.AsSpan(passages[i].Start, passages[i].Length);
            var isHeading = i + 1 < headings.Length && IsHeading(passage);
            headings[i] = isHeading ? -1 : nearest;
            nearest = isHeading ? i : nearest;
        }

        return headings;
    }

    // "# Title", or a short line that ends no sentence and has an empty line behind it.
    private static bool IsHeading(ReadOnlySpan<char> passage)
    {
        var line = passage.Trim();
        if (line.Length is 0 or > LongestHeading || line.ContainsAny('\n', '\r'))
        {
            return false;
        }

        var marks = line.Length - line.TrimStart('#').Length;
        return marks > 0
            ? marks <= 6 && line.Length > marks && line[marks] == ' '
            : passage[passage.TrimEnd().Length..].Count('\n') > 1 && char.IsLetterOrDigit(line[0]) && (char.IsLetterOrDigit(line[^1]) || line[^1] == ')');
    }
}
