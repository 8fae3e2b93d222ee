namespace Parsimony.Embeddings;

/// <summary>Tells names among the words of a text, by their letters where those say something, else by what is known.</summary>
internal static class NameReader
{
    /// <summary>How sure it is that a word is a name.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">Which word.</param>
    /// <param name="lettersTell">What <see cref="LettersTell"/> says about the text.</param>
    public static NameStrength StrengthOf(Word[] words, int at, bool lettersTell)
    {
        var word = words[at];
        var capital = lettersTell && !word.Opens && word.Casing != Casing.Lower && word.Text.Length > 1;
        if (word.Kind == WordSense.Number || (word.Kind == WordSense.Function && !(capital && word.Casing == Casing.Upper)))
        {
            return NameStrength.None;
        }

        if (KnownNames.TryGet(word.Text, out var known))
        {
            return !known.IsWord || capital ? NameStrength.Sure : NameStrength.Maybe;
        }

        // The guard of numbers compares these.
        if (DateNames.IsName(word.Text) || UnitNames.TryGet(word.Text, out _) || word.Text == "rs")
        {
            return NameStrength.None;
        }

        if (CommonWords.Contain(word.Stem))
        {
            return capital ? NameStrength.Maybe : NameStrength.None;
        }

        return capital ? NameStrength.Sure : NameStrength.Maybe;
    }

    /// <summary>How sure it is that a word is a name.</summary>
    public static NameStrength StrengthOf(Word[] words, int at) => StrengthOf(words, at, LettersTell(words));

    /// <summary>Whether capitals in a text mean names: it is not all in capitals, all in small letters, or set Like This.</summary>
    public static bool LettersTell(Word[] words)
    {
        var small = 0;
        var smallContent = 0;
        var capital = 0;
        foreach (var word in words)
        {
            if (word.Opens || word.Kind == WordSense.Number || word.Text == "i")
            {
                continue;
            }

            if (word.Casing == Casing.Lower)
            {
                small++;
                smallContent += word.IsContent ? 1 : 0;
            }
            else
            {
                if (word.Kind == WordSense.Function && word.Casing == Casing.Capital)
                {
                    return false;
                }

                capital++;
            }
        }

        return small > 0 && (smallContent > 0 || capital < 4) && capital <= small * 2;
    }
}
