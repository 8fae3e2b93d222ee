using System.Globalization;
using System.Text;

namespace Parsimony.Context;

/// <summary>
/// Reads the words of a text in any script as terms. A word is a run of letters, marks and digits in lower case; English words are
/// stemmed; scripts that are written without spaces give pairs of neighbouring characters; "1,250.00" is one number.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The room a word needs. What is longer is told apart by its beginning only.</summary>
    public const int BufferLength = 128;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int position;
    private int length;
    private Rune previousUnspaced;

    /// <summary>Gets the word as it is written, in lower case, before stemming. Empty for characters of unspaced scripts.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Gets the term: a hash of the stem that is the same in every process.</summary>
    public ulong Term { get; private set; }

    /// <summary>Reads the next word.</summary>
    public bool MoveNext()
    {
        length = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsAsciiLetterOrDigit(c))
            {
                Append((char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c));
                position++;
                continue;
            }

            if (c < 0x80 || c == '’')
            {
                if (length > 0 && JoinsWord(c))
                {
                    position++;
                    continue;
                }

                if (length > 0)
                {
                    break;
                }

                position++;
                previousUnspaced = default;
                continue;
            }

            // A lone surrogate decodes to U+FFFD, which is no letter.
            Rune.DecodeFromUtf16(text[position..], out var rune, out var consumed);
            if (UnspacedScripts.Contains(rune))
            {
                if (length > 0)
                {
                    break;
                }

                position += consumed;
                if (TakeUnspaced(rune))
                {
                    return true;
                }

                continue;
            }

            if (IsWordRune(rune))
            {
                AppendLower(rune);
            }
            else if (length > 0)
            {
                break;
            }

            position += consumed;
            previousUnspaced = length > 0 ? default : previousUnspaced;
        }

        return length > 0 && TakeWord();
    }

    private bool TakeWord()
    {
        previousUnspaced = default;
        Word = buffer[..length];
        Term = TermHash.OfWord(Word);
        return true;
    }

    // Each character makes a term with the one before it; one that stands alone is a term of its own.
    private bool TakeUnspaced(Rune rune)
    {
        var before = previousUnspaced;
        previousUnspaced = rune;
        var alone = before == default && !(position < text.Length && NextIsUnspaced());
        if (before == default && !alone)
        {
            return false;
        }

        Word = default;
        Term = TermHash.OfRunes(before, rune);
        return true;
    }

    private readonly bool NextIsUnspaced() =>
        Rune.DecodeFromUtf16(text[position..], out var next, out _) == System.Buffers.OperationStatus.Done && UnspacedScripts.Contains(next);

    // An apostrophe between letters, a point or comma between digits; thousands are told apart with or without their commas.
    private bool JoinsWord(char c)
    {
        if (position + 1 >= text.Length)
        {
            return false;
        }

        var next = text[position + 1];
        if (c is '\'' or '’' && char.IsLetter(next) && char.IsLetter(buffer[length - 1]))
        {
            Append('\'');
            return true;
        }

        if (c is '.' or ',' && char.IsAsciiDigit(next) && char.IsAsciiDigit(buffer[length - 1]))
        {
            if (c == '.')
            {
                Append('.');
            }

            return true;
        }

        return false;
    }

    private void Append(char c)
    {
        if (length < BufferLength)
        {
            buffer[length++] = c;
        }
    }

    private void AppendLower(Rune rune)
    {
        Span<char> utf16 = stackalloc char[2];
        foreach (var c in utf16[..Rune.ToLowerInvariant(rune).EncodeToUtf16(utf16)])
        {
            Append(c);
        }
    }

    private static bool IsWordRune(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;
}
