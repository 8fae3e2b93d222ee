using System.Globalization;
using System.Text;

namespace Parsimony.Embeddings;

/// <summary>Cuts a text into words, numbers and signs. Compatibility forms (full-width digits, ½, curly apostrophes) are folded first.</summary>
internal static class Tokens
{
    /// <summary>The pieces of a text that <see cref="Fold"/> gave.</summary>
    public static List<Token> Split(string folded)
    {
        var tokens = new List<Token>(folded.Length / 5);
        var glued = false;
        for (var i = 0; i < folded.Length;)
        {
            if (char.IsWhiteSpace(folded[i]))
            {
                glued = false;
                i++;
                continue;
            }

            var start = i;
            TokenKind kind;
            if (char.IsAsciiDigit(folded[i]))
            {
                i = EndOfNumber(folded, i);
                kind = TokenKind.Number;
            }
            else if (IsLetter(folded, i))
            {
                i = EndOfWord(folded, i);
                kind = TokenKind.Word;
            }
            else
            {
                i += char.IsSurrogatePair(folded, i) ? 2 : 1;
                kind = TokenKind.Sign;
            }

            tokens.Add(new(kind, kind == TokenKind.Word ? Lower(folded.AsSpan(start, i - start)) : folded[start..i], glued, start));
            glued = true;
        }

        return tokens;
    }

    /// <summary>The text with compatibility characters, digits of other scripts and typographic apostrophes replaced by plain ones.</summary>
    public static string Fold(string text)
    {
        if (!Ascii.IsValid(text))
        {
            text = FoldSigns(text);
        }

        return !text.Contains(".m.", StringComparison.OrdinalIgnoreCase) ? text : text.Replace("a.m.", "am", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "pm", StringComparison.OrdinalIgnoreCase);
    }

    private static string Lower(ReadOnlySpan<char> word) =>
        string.Create(word.Length, word, static (lower, word) => word.ToLowerInvariant(lower));

    private static string FoldSigns(string text)
    {
        string normal;
        try
        {
            normal = text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            normal = text; // half a surrogate pair; the rest can still be compared
        }

        return string.Create(normal.Length, normal, static (folded, normal) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = normal[i] switch
                {
                    '\u2019' or '\u02BC' or '\u2018' => '\'',
                    '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
                    '\u2044' => '/',
                    var c when c > 127 && char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
                    var c => c,
                };
            }
        });
    }

    private static bool IsLetter(string text, int at) => char.IsAsciiLetter(text[at]) || (text[at] > 127 && IsOtherLetter(text, at));

    private static bool IsOtherLetter(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (IsLetter(text, at) || (text[at] == '\'' && at + 1 < text.Length && IsLetter(text, at + 1))))
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at;
    }

    // 1,000,000.50 and 1.2.3 are one number each; 1,2 and "3." are not.
    private static int EndOfNumber(string text, int at)
    {
        at = EndOfDigits(text, at);
        while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            var end = EndOfDigits(text, at + 1);
            if (text[at] != '.' && !(text[at] == ',' && end - at == 4))
            {
                break;
            }

            at = end;
        }

        return at;
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
