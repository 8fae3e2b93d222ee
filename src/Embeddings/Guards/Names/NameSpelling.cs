namespace Parsimony.Embeddings;

/// <summary>Whether two words may be one name, spelled in two ways.</summary>
internal static class NameSpelling
{
    /// <summary>Whether a text says a word in another spelling, shortened, joined, spelled out or by another name.</summary>
    public static bool Says(Word[] words, Word name)
    {
        if (KnownNames.TryGet(name.Text, out var known) && KnownNames.PhrasesOf(known.Id) is { Count: > 0 } phrases && phrases.Any(p => HasPhrase(words, p)))
        {
            return true;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!word.IsContent && word.Casing != Casing.Upper)
            {
                continue;
            }

            if (Is(name.Text, word.Text) || (i + 1 < words.Length && IsJoined(name.Text, word.Text, words[i + 1].Text)))
            {
                return true;
            }
        }

        return IsInitials(words, name.Text);
    }

    /// <summary>Whether two words are one name: known as one, or, where they are not both known, spelled alike.</summary>
    public static bool Is(string name, string other)
    {
        var isKnown = KnownNames.TryGet(name, out var known);
        return KnownNames.TryGet(other, out var otherKnown)
            ? isKnown ? known.Id == otherKnown.Id : IsMisspelled(name, other)
            : IsMisspelled(name, other) || (!isKnown && IsShortened(name, other));
    }

    /// <summary>Whether a text has the initials of the words around a place of another one: USA for the United States of America.</summary>
    public static bool SaysInitials(Word[] words, int at, Word[] others)
    {
        foreach (var other in others)
        {
            if (other.Text.Length is > 1 and < 7 && (other.IsContent || other.Casing == Casing.Upper))
            {
                for (var start = Math.Max(0, at - 8); start <= at; start++)
                {
                    if (InitialsEnd(words, start, other.Text) > at)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // A letter put in, left out, replaced or swapped with its neighbour, more of them in long words; or a form of the word.
    private static bool IsMisspelled(string word, string other)
    {
        var (shorter, longer) = word.Length <= other.Length ? (word, other) : (other, word);
        if (longer.StartsWith(shorter, StringComparison.Ordinal) && (shorter.Length >= 4 || longer.Length - shorter.Length <= 1))
        {
            return true;
        }

        return Spelling.IsWithin(shorter.Length switch { < 4 => 0, < 7 => 1, < 10 => 2, _ => 3 }, shorter, longer);
    }

    // pw for password
    private static bool IsShortened(string word, string other)
    {
        var (shorter, longer) = word.Length <= other.Length ? (word, other) : (other, word);
        return shorter.Length is 2 or 3 && longer.Length >= shorter.Length + 2 && shorter[0] == longer[0] && IsWithin(shorter, longer);
    }

    private static bool HasPhrase(Word[] words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Length; i++)
        {
            var k = 0;
            while (k < phrase.Length && words[i + k].Text == phrase[k])
            {
                k++;
            }

            if (k == phrase.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoined(string name, string first, string second) =>
        name.Length == first.Length + second.Length && name.StartsWith(first, StringComparison.Ordinal) && name.EndsWith(second, StringComparison.Ordinal);

    private static bool IsInitials(Word[] words, string name)
    {
        if (name.Length is < 2 or > 6)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (InitialsEnd(words, i, name) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // Where the words end whose initials are the name; "of", "the" and the like may be left out.
    private static int InitialsEnd(Word[] words, int at, string name)
    {
        var k = 0;
        for (var i = at; i < words.Length; i++)
        {
            if (words[i].Text[0] == name[k])
            {
                k++;
                if (k == name.Length)
                {
                    return i + 1;
                }
            }
            else if (words[i].Kind != WordSense.Function || k == 0)
            {
                break;
            }
        }

        return 0;
    }

    private static bool IsWithin(string shorter, string longer)
    {
        var k = 0;
        foreach (var c in longer)
        {
            k += k < shorter.Length && shorter[k] == c ? 1 : 0;
        }

        return k == shorter.Length;
    }
}
