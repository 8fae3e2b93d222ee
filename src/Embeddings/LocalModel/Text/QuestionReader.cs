using System.Globalization;

namespace Parsimony.Embeddings;

/// <summary>
/// Reads a text into the words of the local model: compatibility forms folded (NFKC), lower case, short forms written out, numbers and
/// meaningful signs kept, punctuation dropped. Reused from text to text; not for two threads at once.
/// </summary>
internal sealed class QuestionReader
{
    /// <summary>Characters behind this many are not read.</summary>
    public const int MostCharacters = 32_768;

    private const string Meaningful = "+=<>*%&|/\\^~@#$€£₹¥:";

    private readonly TextFolding folding = new();
    private char[] buffer = new char[512];
    private QuestionWord[] words = new QuestionWord[64];
    private int used;

    /// <summary>Gets the words of the last text.</summary>
    public ReadOnlySpan<QuestionWord> Words => words.AsSpan(0, Count);

    /// <summary>Gets how many words the last text has.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether the last text goes on behind what was read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The characters of one of <see cref="Words"/>.</summary>
    public ReadOnlySpan<char> Text(in QuestionWord word) => buffer.AsSpan(word.Start, word.Length);

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text; empty and broken ones give no words.</param>
    /// <param name="most">Words behind this many are not read.</param>
    public void Read(ReadOnlySpan<char> text, int most = int.MaxValue)
    {
        (used, Count) = (0, 0);
        IsCut = text.Length > MostCharacters;
        text = folding.Fold(text[..Math.Min(text.Length, MostCharacters)]);
        var startsSentence = true;
        for (var at = 0; at < text.Length;)
        {
            if (Count >= most)
            {
                IsCut = true;
                break;
            }

            var c = text[at];
            if (IsLetter(text, at))
            {
                var end = EndOfWord(text, at);
                AddWord(text[at..end], !startsSentence && char.IsUpper(c));
                startsSentence = false;
                at = end;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = EndOfNumber(text, at);
                AddNumber(text[at..end]);
                startsSentence = false;
                at = end;
            }
            else if (Meaningful.Contains(c, StringComparison.Ordinal))
            {
                var end = at + 1;
                while (end < text.Length && (Meaningful.Contains(text[end], StringComparison.Ordinal) || text[end] is '-' or '!'))
                {
                    end++;
                }

                // A colon by itself is punctuation.
                if (end - at > 1 || c != ':')
                {
                    Add(text[at..end], WordKind.Sign, false);
                }

                at = end;
            }
            else
            {
                startsSentence |= c is '.' or '!' or '?' or '\n' or ':';
                at++;
            }
        }
    }

    private static bool IsLetter(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 128)
        {
            return char.IsAsciiLetter(c);
        }

        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            return CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[at + 1])) <= UnicodeCategory.OtherLetter;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (IsLetter(text, at) || char.IsAsciiDigit(text[at]))
            {
                at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            }
            else if (text[at] is '\'' && at + 1 < text.Length && IsLetter(text, at + 1))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        // c++ and c#
        if (at < text.Length && text[at] == '#')
        {
            return at + 1;
        }

        return at + 1 < text.Length && text[at] == '+' && text[at + 1] == '+' ? at + 2 : at;
    }

    // 1,000 and 1.5 are one number each; "3." is not.
    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private void AddWord(ReadOnlySpan<char> word, bool capitalised)
    {
        var lower = Room(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = char.ToLowerInvariant(word[i]);
        }

        if (Contractions.TryExpand(lower, out var whole))
        {
            foreach (var part in whole)
            {
                Add(part, WordKind.Word, false);
            }
        }
        else if (lower.Contains('\'') && Contractions.TryCut(lower, out var rest, out var end))
        {
            Keep(rest, WordKind.Word, capitalised);
            if (end.Length > 0)
            {
                Add(end, WordKind.Word, false);
            }
        }
        else
        {
            Keep(lower.Length, WordKind.Word, capitalised);
        }
    }

    private void AddNumber(ReadOnlySpan<char> number)
    {
        var plain = Room(number.Length);
        var length = 0;
        foreach (var c in number)
        {
            if (c != ',')
            {
                plain[length++] = c;
            }
        }

        Keep(length, WordKind.Number, false);
    }

    private void Add(ReadOnlySpan<char> word, WordKind kind, bool capitalised)
    {
        word.CopyTo(Room(word.Length));
        Keep(word.Length, kind, capitalised);
    }

    // Where the next word's characters are written.
    private Span<char> Room(int length)
    {
        if (used + length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + length));
        }

        return buffer.AsSpan(used, length);
    }

    // Makes a word of the first characters that were written there.
    private void Keep(int length, WordKind kind, bool capitalised)
    {
        if (Count == words.Length)
        {
            Array.Resize(ref words, Count * 2);
        }

        words[Count++] = new(used, length, WordHash.Of(buffer.AsSpan(used, length)), kind, capitalised);
        used += length;
    }
}
