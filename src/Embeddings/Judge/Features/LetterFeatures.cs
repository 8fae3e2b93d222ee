namespace Parsimony.Embeddings;

/// <summary>Groups of three letters that both questions have.</summary>
internal static class LetterFeatures
{
    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        features.Add("letters", LetterGroups.Likeness(pair.Left.Letters, pair.Right.Letters));
        features.Add("letters.content", LetterGroups.Likeness(pair.Left.LettersOfContent, pair.Right.LettersOfContent));
    }
}
