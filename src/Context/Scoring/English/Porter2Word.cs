namespace Parsimony.Context;

/// <summary>A word on its way to its stem, with the regions R1 and R2 in which suffixes may be taken off.</summary>
internal ref struct Porter2Word(Span<char> buffer, int length)
{
    private readonly Span<char> buffer = buffer;

    public int Length { get; private set; } = length;

    public readonly Span<char> Text => buffer[..Length];

    /// <summary>Gets the beginning of R1: behind the first consonant that follows a vowel.</summary>
    public int R1 { get; private set; }

    /// <summary>Gets the beginning of R2: the same within R1.</summary>
    public int R2 { get; private set; }

    /// <summary>Gets a value indicating whether the word is short: it ends in a short syllable and R1 is empty.</summary>
    public readonly bool IsShort => R1 >= Length && EndsInShortSyllable(Length);

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Writes a y that stands for a consonant (at the beginning or behind a vowel) as Y.</summary>
    public readonly void MarkConsonantY()
    {
        for (var i = 0; i < Length; i++)
        {
            if (buffer[i] == 'y' && (i == 0 || IsVowel(buffer[i - 1])))
            {
                buffer[i] = 'Y';
            }
        }
    }

    public void FindRegions()
    {
        R1 = Text switch
        {
            ['g', 'e', 'n', 'e', 'r', ..] => 5,
            ['c', 'o', 'm', 'm', 'u', 'n', ..] => 6,
            ['a', 'r', 's', 'e', 'n', ..] => 5,
            _ => BehindVowelAndConsonant(0),
        };
        R2 = BehindVowelAndConsonant(R1);
    }

    public readonly bool EndsWith(string suffix) => Text.EndsWith(suffix);

    public readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(buffer[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether the part before <paramref name="end"/> ends in a short syllable.</summary>
    public readonly bool EndsInShortSyllable(int end) => end switch
    {
        2 => IsVowel(buffer[0]) && !IsVowel(buffer[1]),
        > 2 => !IsVowel(buffer[end - 3]) && IsVowel(buffer[end - 2]) && !IsVowel(buffer[end - 1])
            && buffer[end - 1] is not ('w' or 'x' or 'Y'),
        _ => false,
    };

    public void RemoveLast(int count) => Length -= count;

    public void Append(char c) => buffer[Length++] = c;

    /// <summary>Puts a replacement, no longer than the suffix, in the place of the suffix.</summary>
    public void ReplaceLast(int count, string replacement)
    {
        Length -= count;
        replacement.CopyTo(buffer[Length..]);
        Length += replacement.Length;
    }

    private readonly int BehindVowelAndConsonant(int start)
    {
        for (var i = start + 1; i < Length; i++)
        {
            if (!IsVowel(buffer[i]) && IsVowel(buffer[i - 1]))
            {
                return i + 1;
            }
        }

        return Length;
    }
}
