namespace Parsimony.Embeddings;

/// <summary>What the judge's trees look at. The order of the features is part of the trained model.</summary>
internal static class PairFeatures
{
    /// <summary>Room for all features.</summary>
    public const int Most = 160;

    /// <summary>Writes the features of a pair.</summary>
    /// <returns>How many.</returns>
    public static int Write(JudgedPair pair, Span<float> values, List<string>? names = null)
    {
        var features = new FeatureWriter(values, names);
        MeaningFeatures.Write(pair, ref features);
        AlignmentFeatures.Write(pair, ref features);
        OverlapFeatures.Write(pair, ref features);
        OrderFeatures.Write(pair, ref features);
        WordClassFeatures.Write(pair, ref features);
        LetterFeatures.Write(pair, ref features);
        return features.Count;
    }
}
