namespace Parsimony.Embeddings;

/// <summary>Cosines: of the whole questions, of their content words, of their frames, and of what each has that the other has not.</summary>
internal static class MeaningFeatures
{
    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        var (left, right) = (pair.Left, pair.Right);
        features.Add("cosine", WordSum.Cosine(left.Whole, right.Whole, 0));
        features.Add("cosine.content", WordSum.Cosine(left.Content, right.Content, 0));
        features.Add("cosine.frame", WordSum.Cosine(left.Frame, right.Frame, 0));
        features.Add("cosine.plain", WordSum.Cosine(left.Plain, right.Plain, 0));
        features.Add("cosine.rest", WordSum.Cosine(left.Rest, right.Rest, -1));
        features.AddBoth("rest", Share(left.Rest, left), Share(right.Rest, right));
        features.Add("cosine.restContent", WordSum.Cosine(left.RestOfContent, right.RestOfContent, -1));
        features.AddBoth("restContent", Share(left.RestOfContent, left), Share(right.RestOfContent, right));
        features.AddBoth("length", (float)left.Whole.Length / 65536, (float)right.Whole.Length / 65536);
    }

    private static float Share(WordSum part, JudgedQuestion question) => question.Whole.Squares == 0 ? 0 : (float)(part.Length / question.Whole.Length);
}
