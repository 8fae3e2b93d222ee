namespace Parsimony.Embeddings;

/// <summary>Tells who does what to whom where one text is in the passive voice.</summary>
internal static class Voices
{
    /// <summary>Whether a text is in the passive voice, with the one who does it behind "by".</summary>
    public static bool IsPassive(Word[] words)
    {
        var by = Array.FindIndex(words, static w => w.Text == "by");
        return by > 0 && IsParticiple(words[by - 1].Text) && Array.Exists(words, static w => IsBe(w));
    }

    /// <summary>Whether the one who does it in a passive text is the one it is done to in an active one: "was A sold by B", "did A sell B".</summary>
    public static bool AreCrossed(Word[] words, int[] partners, Word[] others)
    {
        var by = Array.FindIndex(words, static w => w.Text == "by");

        // "sold by B" against "sell B": the verb stands before B in the other text too, and not as "sold", which may be passive as well.
        var verb = partners[by - 1];
        if (verb != WordMatch.None && partners[by] == verb + 1)
        {
            return false; // "by" in both: the other text only lacks its "was"
        }

        var doer = by + 1;
        while (doer < words.Length && words[doer].Kind == WordSense.Function)
        {
            doer++;
        }

        if (verb == WordMatch.None || others[verb].Text == words[by - 1].Text || doer == words.Length || partners[doer] <= verb)
        {
            return false;
        }

        // And what it is done to stands before it in both.
        for (var i = by - 2; i >= 0; i--)
        {
            if (words[i].IsContent && partners[i] != WordMatch.None && partners[i] < verb)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.BaseOf(word) is not null;

    private static bool IsBe(Word word) =>
        word.Clitic is Clitic.Is or Clitic.Are or Clitic.Am || word.Text is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "get" or "gets" or "got" or "getting";
}
