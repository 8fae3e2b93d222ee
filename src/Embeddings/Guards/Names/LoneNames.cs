namespace Parsimony.Embeddings;

/// <summary>Finds the names of a text that another one lacks.</summary>
internal static class LoneNames
{
    private static readonly List<LoneName> None = [];

    /// <summary>The names without a partner that the other text does not say in another way either.</summary>
    public static List<LoneName> Of(Word[] words, int[] partners, Word[] others)
    {
        List<LoneName>? names = null;
        bool? lettersTell = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (partners[i] != WordMatch.None || words[i].Kind == WordSense.Number)
            {
                continue;
            }

            var strength = NameReader.StrengthOf(words, i, lettersTell ??= NameReader.LettersTell(words));
            if (strength != NameStrength.None && !NameSpelling.Says(others, words[i]) && !NameSpelling.SaysInitials(words, i, others))
            {
                (names ??= []).Add(new(i, strength, KnownNames.TryGet(words[i].Text, out var known) ? known.Kind : ""));
            }
        }

        return names ?? None;
    }
}
