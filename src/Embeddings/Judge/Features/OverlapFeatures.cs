namespace Parsimony.Embeddings;

/// <summary>Which words the questions share to the letter, weighed by how rare they are.</summary>
internal static class OverlapFeatures
{
    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        var left = Side(pair.Left, pair.SharedOfLeft);
        var right = Side(pair.Right, pair.SharedOfRight);
        var union = left.Rarity + right.Rarity - left.SharedRarity;
        features.Add("jaccard", union <= 0 ? 1 : left.SharedRarity / union);
        features.AddBoth("contained", left.Contained, right.Contained);
        features.AddBoth("contained.content", left.ContentContained, right.ContentContained);
        features.AddBoth("only", left.ContentOnly, right.ContentOnly);
        features.AddBoth("only.rarity", left.OnlyRarity, right.OnlyRarity);
        features.AddBoth("only.rarest", left.OnlyRarest, right.OnlyRarest);
        features.AddBoth("only.names", left.NamesOnly, right.NamesOnly);
        features.AddBoth("only.unknown", left.UnknownOnly, right.UnknownOnly);
        features.AddBoth("only.numbers", left.NumbersOnly, right.NumbersOnly);
        features.Add("shared.content", Math.Min(left.ContentShared, right.ContentShared));
        features.Add("shared.numbers", Math.Min(left.NumbersShared, right.NumbersShared));
        features.AddBoth("words", pair.Left.Count, pair.Right.Count);
        features.AddBoth("words.content", left.ContentShared + left.ContentOnly, right.ContentShared + right.ContentOnly);
        features.Add("words.ratio", (Math.Min(pair.Left.Count, pair.Right.Count) + 1f) / (Math.Max(pair.Left.Count, pair.Right.Count) + 1f));
    }

    private static SideFigures Side(JudgedQuestion question, bool[] shared)
    {
        var side = default(SideFigures);
        for (var i = 0; i < question.Count; i++)
        {
            var rarity = question.Rarities[i];
            var wordClass = question.Classes[i];
            side.Rarity += rarity;
            if (shared[i])
            {
                side.SharedRarity += rarity;
            }

            if (wordClass is WordClass.Number)
            {
                (side.NumbersShared, side.NumbersOnly) = shared[i] ? (side.NumbersShared + 1, side.NumbersOnly) : (side.NumbersShared, side.NumbersOnly + 1);
            }

            if (wordClass is not (WordClass.Content or WordClass.Number))
            {
                continue;
            }

            side.ContentRarity += rarity;
            if (shared[i])
            {
                side.ContentShared++;
                side.ContentSharedRarity += rarity;
                continue;
            }

            side.ContentOnly++;
            side.OnlyRarity += rarity;
            side.OnlyRarest = Math.Max(side.OnlyRarest, rarity);
            side.NamesOnly += question.Words[i].IsCapitalised ? 1 : 0;
            side.UnknownOnly += question.Known[i] ? 0 : 1;
        }

        return side;
    }

    private struct SideFigures
    {
        public float Rarity;
        public float SharedRarity;
        public float ContentRarity;
        public float ContentSharedRarity;
        public float ContentShared;
        public float ContentOnly;
        public float OnlyRarity;
        public float OnlyRarest;
        public float NamesOnly;
        public float UnknownOnly;
        public float NumbersOnly;
        public float NumbersShared;

        public readonly float Contained => Rarity == 0 ? 1 : SharedRarity / Rarity;

        public readonly float ContentContained => ContentRarity == 0 ? 1 : ContentSharedRarity / ContentRarity;
    }
}
