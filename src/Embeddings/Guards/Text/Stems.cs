namespace Parsimony.Embeddings;

/// <summary>
/// Cuts English inflections off: plurals, tenses, degrees, -er of who does it. Two words with one stem count as one word, so that a
/// cut too deep costs a refusal and one too shallow costs a pass; it is made for words of a question beside those of another.
/// </summary>
internal static class Stems
{
    private const int Shortest = 3;

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (word.Length <= Shortest || word[0] > 127)
        {
            return IrregularForms.BaseOf(word) ?? word;
        }

        var form = IrregularForms.BaseOf(word) ?? word;
        var length = CutPlural(form, form.Length);
        length = Cut(form, length);
        return length == form.Length ? form : form[..length];
    }

    private static int CutPlural(string word, int length)
    {
        if (word[length - 1] != 's' || length <= Shortest)
        {
            return length;
        }

        return word[length - 2] switch
        {
            's' or 'u' => length, // class, status
            'i' when length > 5 && word[length - 3] != 's' => length, // tennis, basis; not "skis"
            'e' when Ends(word, length, "ies") => length - 2,
            'e' when Ends(word, length, "sses") || Ends(word, length, "xes") || Ends(word, length, "ches") || Ends(word, length, "shes") => length - 2,
            _ => length - 1,
        };
    }

    private static int Cut(string word, int length)
    {
        var ending = length switch
        {
            > 5 when Ends(word, length, "ing") => 3,
            > 5 when Ends(word, length, "est") => 3,
            > 4 when Ends(word, length, "ed") || Ends(word, length, "er") || Ends(word, length, "or") => 2,
            > 5 when Ends(word, length, "ly") => 2,
            _ => 0,
        };
        if (ending > 0 && HasVowel(word, length - ending) && length - ending >= Shortest)
        {
            length -= ending;
            if (length > Shortest && word[length - 1] == word[length - 2] && word[length - 1] is not ('s' or 'l' or 'e'))
            {
                return length - 1; // running
            }
        }

        // bake and baking, study and studied
        return length > Shortest && word[length - 1] is 'e' or 'y' or 'i' ? length - 1 : length;
    }

    private static bool Ends(string word, int length, string ending) =>
        length >= ending.Length && string.CompareOrdinal(word, length - ending.Length, ending, 0, ending.Length) == 0;

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                return true;
            }
        }

        return false;
    }
}
