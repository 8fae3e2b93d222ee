namespace Parsimony.Embeddings;

/// <summary>How well each word of one question finds its like in the other, and what is left over.</summary>
internal static class AlignmentFeatures
{
    private const float Unlike = 0.35f;

    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        var left = Side(pair.Left, pair.BestOfLeft);
        var right = Side(pair.Right, pair.BestOfRight);
        features.AddBoth("cover", left.Cover, right.Cover);
        features.AddBoth("cover.content", left.ContentCover, right.ContentCover);
        features.AddBoth("unlike", left.UnlikeMass, right.UnlikeMass);
        features.AddBoth("loss", left.Loss, right.Loss);
        features.AddBoth("worst", left.Worst, right.Worst);
        features.AddBoth("second", left.Second, right.Second);
        features.AddBoth("worstLoss", left.WorstLoss, right.WorstLoss);
        features.AddBoth("worstRarity", left.WorstRarity, right.WorstRarity);
        features.AddBoth("unlike.count", left.UnlikeCount, right.UnlikeCount);
        var (mean, least, count) = OneToOne(pair);
        features.Add("oneToOne", mean);
        features.Add("oneToOne.least", least);
        features.Add("oneToOne.count", count);
        features.Add("ends", Ends(pair));
    }

    private static SideFigures Side(JudgedQuestion question, float[] best)
    {
        float all = 0, covered = 0, content = 0, contentCovered = 0, unlike = 0, loss = 0, worstLoss = 0, worst = 1, second = 1, worstRarity = 0, unlikeCount = 0;
        for (var i = 0; i < question.Count; i++)
        {
            var rarity = question.Rarities[i];
            var like = Math.Max(0, best[i]);
            all += rarity;
            covered += rarity * like;
            if (question.Classes[i] is not (WordClass.Content or WordClass.Number or WordClass.Sign))
            {
                continue;
            }

            content += rarity;
            contentCovered += rarity * like;
            loss += rarity * (1 - like);
            worstLoss = Math.Max(worstLoss, rarity * (1 - like));
            if (like < Unlike)
            {
                unlike += rarity;
                unlikeCount++;
            }

            if (like < worst)
            {
                (worst, second, worstRarity) = (like, worst, rarity);
            }
            else if (like < second)
            {
                second = like;
            }
        }

        return new(all == 0 ? 0 : covered / all, content == 0 ? 1 : contentCovered / content, unlike, loss, worst, second, worstLoss, worstRarity, unlikeCount);
    }

    // Greedy, best pair first, content words that the other side has not: are they the same things in other words?
    private static (float Mean, float Least, float Count) OneToOne(JudgedPair pair)
    {
        Span<bool> usedOfLeft = stackalloc bool[JudgedQuestion.MostWords];
        Span<bool> usedOfRight = stackalloc bool[JudgedQuestion.MostWords];
        float sum = 0, least = 1;
        var count = 0;
        while (count < 6)
        {
            var best = -1f;
            var (atLeft, atRight) = (-1, -1);
            for (var i = 0; i < pair.Left.Count; i++)
            {
                if (usedOfLeft[i] || pair.SharedOfLeft[i] || pair.Left.Classes[i] != WordClass.Content)
                {
                    continue;
                }

                for (var j = 0; j < pair.Right.Count; j++)
                {
                    if (!usedOfRight[j] && !pair.SharedOfRight[j] && pair.Right.Classes[j] == WordClass.Content && pair.Likeness(i, j) > best)
                    {
                        (best, atLeft, atRight) = (pair.Likeness(i, j), i, j);
                    }
                }
            }

            if (atLeft < 0)
            {
                break;
            }

            usedOfLeft[atLeft] = usedOfRight[atRight] = true;
            sum += best;
            least = Math.Min(least, best);
            count++;
        }

        return (count == 0 ? 1 : sum / count, least, count);
    }

    // The last content words of both, which often name the subject.
    private static float Ends(JudgedPair pair)
    {
        var left = LastContent(pair.Left);
        var right = LastContent(pair.Right);
        return left < 0 || right < 0 ? 0 : pair.Likeness(left, right);
    }

    private static int LastContent(JudgedQuestion question)
    {
        for (var i = question.Count - 1; i >= 0; i--)
        {
            if (question.Classes[i] == WordClass.Content)
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct SideFigures(
        float Cover, float ContentCover, float UnlikeMass, float Loss, float Worst, float Second, float WorstLoss, float WorstRarity, float UnlikeCount);
}
