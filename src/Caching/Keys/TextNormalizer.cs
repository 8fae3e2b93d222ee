using System.Buffers;
using System.Text;

namespace Parsimony.Caching;

/// <summary>Brings the last user text to one spelling: NFC, trimmed, each run of white space one blank.</summary>
/// <remarks>
/// The layout of code and of indented blocks means something. A text with a code fence, or with two indented lines or more, is
/// trimmed only.
/// </remarks>
internal static class TextNormalizer
{
    /// <summary>All white space but the blank.</summary>
    private static readonly SearchValues<char> OtherWhiteSpace = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) && c != ' ')]);

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
        || (!text.ContainsAny(OtherWhiteSpace) && !text.Contains("  ", StringComparison.Ordinal) && text[0] != ' ' && text[^1] != ' ');

    private static bool HasLayout(ReadOnlySpan<char> text)
    {
        if (text.Contains("```", StringComparison.Ordinal))
        {
            return true;
        }

        var indented = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] == '\n' && text[i + 1] is ' ' or '\t' && ++indented == 2)
            {
                return true;
            }
        }

        return false;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                continue;
            }

            if (blank)
            {
                builder.Append(' ');
                blank = false;
            }

            builder.Append(c);
        }

        return builder.ToString();
    }
}
