using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>The alternatives that the patterns of o200k_base and cl100k_base have in common.</summary>
internal static class SharedRules
{
    /// <summary>The end of a run of ASCII letters between two others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOfRange(ReadOnlySpan<char> text, int start, char first, char last)
    {
        while (start < text.Length && (uint)(text[start] - first) <= (uint)(last - first))
        {
            start++;
        }

        return start;
    }

    /// <summary><c>\p{N}{1,3}</c>, at a number.</summary>
    public static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var digits = 0; digits < 3 && end < text.Length; digits++)
        {
            if ((CharKinds.At(text, end, out var length) & CharKinds.Number) == 0)
            {
                break;
            }

            end += length;
        }

        return end;
    }

    /// <summary><c> ?[^\s\p{L}\p{N}]+</c>: the end of the symbols, or <paramref name="start"/> where there are none.</summary>
    public static int EndOfSymbols(ReadOnlySpan<char> text, int start)
    {
        var symbols = text[start] == ' ' ? start + 1 : start;
        var end = CharKinds.EndOfRun(text, symbols, CharKinds.Symbol | CharKinds.Mark);
        return end > symbols ? end : start;
    }

    /// <summary>
    /// The length of <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)</c> at a place, or 0. Of the letters there only s has a case variant outside ASCII,
    /// the long s.
    /// </summary>
    public static int ContractionLength(ReadOnlySpan<char> text, int start)
    {
        if (start + 1 >= text.Length || text[start] != '\'')
        {
            return 0;
        }

        var first = Lower(text[start + 1]);
        if (first is 's' or '\u017F' or 't' or 'm' or 'd')
        {
            return 2;
        }

        var second = start + 2 < text.Length ? Lower(text[start + 2]) : '\0';
        return (first, second) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? 3 : 0;
    }

    /// <summary>
    /// <c>\s*[\r\n]+|\s+(?!\S)|\s+</c>, at white space: up to the run's last line break; else all of the run but the last character, which
    /// belongs to what follows; all of it at the end of the text.
    /// </summary>
    public static int EndOfWhiteSpace(ReadOnlySpan<char> text, int start, bool wholeAtEnd)
    {
        var end = start;
        var afterNewLine = start;
        while (end < text.Length)
        {
            // White space is never a surrogate.
            var kind = CharKinds.OfUnit(text[end]);
            if ((kind & CharKinds.Space) == 0)
            {
                break;
            }

            end++;
            if ((kind & CharKinds.NewLine) != 0)
            {
                afterNewLine = end;
            }
        }

        if (end == text.Length && (wholeAtEnd || afterNewLine == start))
        {
            return end;
        }

        return afterNewLine > start ? afterNewLine : Math.Max(end - 1, start + 1);
    }

    private static char Lower(char unit) => char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit;
}
