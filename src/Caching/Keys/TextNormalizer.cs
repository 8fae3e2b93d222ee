using System.Buffers;
using System.Text;

namespace Parsimony.Caching;

/// <summary>
/// Brings the last user text to one spelling: NFC, trimmed, each run of blanks and tabs one blank, each run of line breaks one line
/// break, no blank at either end of a line.
/// </summary>
/// <remarks>
/// Where lines break means something: "1 2" above "3" is another table than "1" above "2 3". So does the layout of code and of indented
/// blocks: a text with a code fence, or with two indented lines or more, is trimmed only.
/// </remarks>
internal static class TextNormalizer
{
    /// <summary>All white space but the blank and the line feed.</summary>
    private static readonly SearchValues<char> OtherWhiteSpace = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) && c is not (' ' or '\n'))]);

    private static readonly SearchValues<string> Unfolded = SearchValues.Create(["  ", " \n", "\n ", "\n\n"], StringComparison.Ordinal);

    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = Ascii.IsValid(text) ? text : Compose(text);
        if (IsFolded(composed))
        {
            return composed;
        }

        var trimmed = composed.AsSpan().Trim();
        return HasLayout(trimmed) ? trimmed.ToString() : Fold(trimmed);
    }

    /// <summary>Whether two texts are different, and the same but for their white space.</summary>
    public static bool DifferInLayoutOnly(string text, string other)
    {
        if (text == other)
        {
            return false;
        }

        var (i, j) = (0, 0);
        while (true)
        {
            i = NextLetter(text, i);
            j = NextLetter(other, j);
            if (i == text.Length || j == other.Length)
            {
                return i == text.Length && j == other.Length;
            }

            if (text[i++] != other[j++])
            {
                return false;
            }
        }
    }

    private static int NextLetter(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form; the text stands as it is.
            return text;
        }
    }

    private static bool IsFolded(ReadOnlySpan<char> text) =>
        text.IsEmpty
        || (!text.ContainsAny(OtherWhiteSpace) && text.IndexOfAny(Unfolded) < 0 && text[0] is not (' ' or '\n') && text[^1] is not (' ' or '\n'));

    private static bool HasLayout(ReadOnlySpan<char> text)
    {
        if (text.Contains("```", StringComparison.Ordinal))
        {
            return true;
        }

        var indented = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && !line.IsWhiteSpace() && ++indented == 2)
            {
                return true;
            }
        }

        return false;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        var pending = '\0';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = pending == '\n' || IsLineBreak(c) ? '\n' : ' ';
                continue;
            }

            if (pending != '\0')
            {
                builder.Append(pending);
                pending = '\0';
            }

            builder.Append(c);
        }

        return builder.ToString();
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
