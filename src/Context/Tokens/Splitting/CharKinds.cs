using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// What the pretokenizers' patterns ask of a character, as one byte of flags for each UTF-16 code unit. Code points above U+FFFF are
/// looked up one by one: the patterns are defined over code points, so a pair of surrogates is one character.
/// </summary>
internal static class CharKinds
{
    /// <summary>\p{Lu}, \p{Lt}, \p{Lm}, \p{Lo}, \p{M}: what may stand in the upper part of a word.</summary>
    public const byte Upper = 1;

    /// <summary>\p{Ll}, \p{Lm}, \p{Lo}, \p{M}: what may stand in the lower part of a word.</summary>
    public const byte Lower = 2;

    /// <summary>\p{M}: part of a word in o200k_base, and a symbol as well; a symbol only in cl100k_base.</summary>
    public const byte Mark = 4;

    /// <summary>\p{N}.</summary>
    public const byte Number = 8;

    /// <summary>\s.</summary>
    public const byte Space = 16;

    /// <summary>\r and \n; \s as well.</summary>
    public const byte NewLine = 32;

    /// <summary>Anything else.</summary>
    public const byte Symbol = 64;

    /// <summary>
    /// A surrogate: what it is depends on its neighbour. Alone it is a symbol, like the U+FFFD it is encoded as. NUL, a symbol too, has
    /// this flag as well: memories of pieces fill up with it, so it must not pass as one of a piece's characters.
    /// </summary>
    public const byte Special = 128;

    /// <summary>Both parts of a word, and so any letter or mark.</summary>
    public const byte Word = Upper | Lower;

    private static readonly byte[] Table = MakeTable();

    /// <summary>Gets the kind of a code unit; a surrogate's is <see cref="Special"/> | <see cref="Symbol"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte OfUnit(char unit) => Table[unit];

    /// <summary>Gets the kind of the character at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the character begins.</param>
    /// <param name="length">Its length in code units: 2 for a pair of surrogates, else 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var kind = Table[text[index]];
        return (kind & Special) == 0 ? kind : OfSpecial(text, index, out length);
    }

    /// <summary>Gets the kind of the character that ends before a place.</summary>
    public static byte Before(ReadOnlySpan<char> text, int end, out int length)
    {
        if (end >= 2 && char.IsSurrogatePair(text[end - 2], text[end - 1]))
        {
            return At(text, end - 2, out length);
        }

        length = 1;
        return Table[text[end - 1]];
    }

    /// <summary>Finds the end of a run of characters that have one of some kinds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOfRun(ReadOnlySpan<char> text, int start, byte kinds)
    {
        while (start < text.Length)
        {
            // A surrogate is marked as a symbol too, so the unit's own flags must not decide for it.
            var kind = Table[text[start]];
            if ((kind & Special) != 0)
            {
                if ((OfSpecial(text, start, out var length) & kinds) == 0)
                {
                    break;
                }

                start += length;
            }
            else if ((kind & kinds) != 0)
            {
                start++;
            }
            else
            {
                break;
            }
        }

        return start;
    }

    private static byte OfSpecial(ReadOnlySpan<char> text, int index, out int length)
    {
        if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        {
            length = 2;
            return Of(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[index], text[index + 1])));
        }

        length = 1;
        return Symbol;
    }

    private static byte[] MakeTable()
    {
        var table = new byte[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            var unit = (char)c;
            table[c] = unit is '\r' or '\n' ? (byte)(Space | NewLine)
                : char.IsWhiteSpace(unit) ? Space
                : char.IsSurrogate(unit) || unit == '\0' ? (byte)(Special | Symbol)
                : Of(CharUnicodeInfo.GetUnicodeCategory(unit));
        }

        return table;
    }

    private static byte Of(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Upper,
        UnicodeCategory.LowercaseLetter => Lower,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Word,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Word | Mark,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
        _ => Symbol,
    };
}
