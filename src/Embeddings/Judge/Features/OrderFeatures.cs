namespace Parsimony.Embeddings;

/// <summary>Whether the words that both questions have stand in the same order.</summary>
internal static class OrderFeatures
{
    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        var shorter = Math.Max(1, Math.Min(pair.Left.Count, pair.Right.Count));
        var longer = Math.Max(1, Math.Max(pair.Left.Count, pair.Right.Count));
        var common = LongestCommon(pair.Left.Words, pair.Right.Words);
        features.Add("sequence.shorter", common / (float)shorter);
        features.Add("sequence.longer", common / (float)longer);
        features.Add("neighbours", Neighbours(pair.Left.Words, pair.Right.Words));
        var (swapped, ordered) = Inversions(pair);
        features.Add("swapped", swapped);
        features.Add("swapped.share", swapped + ordered == 0 ? 0 : swapped / (swapped + ordered));
        features.Add("first", pair.Left.Count > 0 && pair.Right.Count > 0 ? pair.Likeness(0, 0) : 0);
    }

    private static int LongestCommon(ReadOnlySpan<QuestionWord> left, ReadOnlySpan<QuestionWord> right)
    {
        Span<byte> lengths = stackalloc byte[JudgedQuestion.MostWords + 1];
        foreach (ref readonly var word in left)
        {
            byte diagonal = 0;
            for (var j = 0; j < right.Length; j++)
            {
                var above = lengths[j + 1];
                lengths[j + 1] = word.Hash == right[j].Hash ? (byte)(diagonal + 1) : Math.Max(above, lengths[j]);
                diagonal = above;
            }
        }

        return lengths[right.Length];
    }

    // The share of neighbouring pairs of words that both have.
    private static float Neighbours(ReadOnlySpan<QuestionWord> left, ReadOnlySpan<QuestionWord> right)
    {
        var shared = 0;
        for (var i = 0; i + 1 < left.Length; i++)
        {
            for (var j = 0; j + 1 < right.Length; j++)
            {
                if (left[i].Hash == right[j].Hash && left[i + 1].Hash == right[j + 1].Hash)
                {
                    shared++;
                    break;
                }
            }
        }

        var all = Math.Max(0, left.Length - 1) + Math.Max(0, right.Length - 1) - shared;
        return all <= 0 ? 0 : shared / (float)all;
    }

    // Pairs of shared content words, each at its first place.
    private static (float Swapped, float Ordered) Inversions(JudgedPair pair)
    {
        Span<int> places = stackalloc int[JudgedQuestion.MostWords];
        var count = 0;
        var left = pair.Left.Words;
        var right = pair.Right.Words;
        for (var i = 0; i < left.Length; i++)
        {
            if (!pair.SharedOfLeft[i] || pair.Left.Classes[i] is not (WordClass.Content or WordClass.Number))
            {
                continue;
            }

            for (var j = 0; j < right.Length; j++)
            {
                if (left[i].Hash == right[j].Hash)
                {
                    places[count++] = j;
                    break;
                }
            }
        }

        float swapped = 0, ordered = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (places[i] > places[j])
                {
                    swapped++;
                }
                else if (places[i] < places[j])
                {
                    ordered++;
                }
            }
        }

        return (swapped, ordered);
    }
}
