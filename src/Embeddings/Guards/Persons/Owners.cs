namespace Parsimony.Embeddings;

/// <summary>Tells "my account" from "my wife's account".</summary>
internal static class Owners
{
    /// <summary>Whether a text speaks of a relation's thing, and the other of the same thing without that relation.</summary>
    public static bool Differ(Word[] words, int[] partners, Word[] others)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (partners[i] != WordMatch.None || !words[i].IsContent || !Relations.IsOwner(words, i))
            {
                continue;
            }

            var thing = i + 1;
            while (thing < words.Length && !(words[thing].IsContent && partners[thing] != WordMatch.None))
            {
                thing++;
            }

            if (thing < words.Length && thing <= i + 2 && partners[thing] > 0 && Pronouns.IsPossessive(others[partners[thing] - 1])
                && !Array.Exists(others, static w => Relations.Contain(w.Text)))
            {
                return true;
            }
        }

        return false;
    }
}
