namespace Parsimony.Context;

/// <summary>Steps 2 to 5: the suffixes by which words are derived from words. Of each list the longest suffix counts, whether it may be taken off or not.</summary>
internal static class Porter2Suffixes
{
    private static readonly (string Suffix, string Replacement)[] Derived = LongestFirst(
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"),
        ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
        ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"),
        ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ]);

    private static readonly (string Suffix, string Replacement)[] Formed = LongestFirst(
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ]);

    private static readonly (string Suffix, string Replacement)[] Last = LongestFirst(
    [
        ("ement", ""), ("able", ""), ("ance", ""), ("ence", ""), ("ible", ""), ("ment", ""), ("ant", ""), ("ate", ""), ("ent", ""),
        ("ion", ""), ("ism", ""), ("iti", ""), ("ive", ""), ("ize", ""), ("ous", ""), ("al", ""), ("er", ""), ("ic", ""),
    ]);

    public static void ReduceDerived(ref Porter2Word word)
    {
        var (suffix, replacement) = Find(word, Derived);
        var rest = word.Length - suffix.Length;
        if (suffix.Length == 0 || rest < word.R1)
        {
            return;
        }

        var allowed = suffix switch
        {
            "ogi" => rest > 0 && word.Text[rest - 1] == 'l',
            "li" => rest > 0 && word.Text[rest - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
        if (allowed)
        {
            word.ReplaceLast(suffix.Length, replacement);
        }
    }

    public static void ReduceFormed(ref Porter2Word word)
    {
        var (suffix, replacement) = Find(word, Formed);
        var start = suffix == "ative" ? word.R2 : word.R1;
        if (suffix.Length > 0 && word.Length - suffix.Length >= start)
        {
            word.ReplaceLast(suffix.Length, replacement);
        }
    }

    public static void RemoveLast(ref Porter2Word word)
    {
        var (suffix, _) = Find(word, Last);
        var rest = word.Length - suffix.Length;
        if (suffix.Length > 0 && rest >= word.R2 && (suffix != "ion" || (rest > 0 && word.Text[rest - 1] is 's' or 't')))
        {
            word.RemoveLast(suffix.Length);
        }
    }

    public static void RemoveFinalEOrL(ref Porter2Word word)
    {
        var rest = word.Length - 1;
        var remove = word.Text switch
        {
            [.., 'e'] => rest >= word.R2 || (rest >= word.R1 && !word.EndsInShortSyllable(rest)),
            [.., 'l', 'l'] => rest >= word.R2,
            _ => false,
        };
        if (remove)
        {
            word.RemoveLast(1);
        }
    }

    private static (string Suffix, string Replacement) Find(in Porter2Word word, (string Suffix, string Replacement)[] list)
    {
        var text = word.Text;
        var last = text.Length > 0 ? text[^1] : '\0';
        foreach (var entry in list)
        {
            if (entry.Suffix[^1] == last && text.EndsWith(entry.Suffix))
            {
                return entry;
            }
        }

        return ("", "");
    }

    private static (string Suffix, string Replacement)[] LongestFirst((string Suffix, string Replacement)[] list) =>
        [.. list.OrderByDescending(static e => e.Suffix.Length)];
}
