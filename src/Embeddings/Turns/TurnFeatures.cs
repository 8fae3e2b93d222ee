namespace Parsimony.Embeddings;

/// <summary>What the recogniser of self-contained turns looks at. The order of the features is part of the trained model.</summary>
internal static class TurnFeatures
{
    /// <summary>Room for all features.</summary>
    public const int Most = 64;

    private static readonly string[] Leans = [.. Enum.GetValues<LeaningWord>().Select(static kind => "leans." + kind)];

    /// <summary>Writes the features of a turn.</summary>
    /// <returns>How many.</returns>
    public static int Write(JudgedPair pair, Span<float> values, List<string>? names = null)
    {
        var turn = pair.Left;
        var features = new FeatureWriter(values, names);
        Subject(turn, ref features);
        Leaning(turn, ref features);
        Opening(turn, ref features);
        History(pair, ref features);
        return features.Count;
    }

    // A noun that is held to be known: "the price", "its symptoms".
    private static bool IsDefinite(JudgedQuestion turn, int word) =>
        turn.Text(word) is "the" or "its" or "their" && word + 1 < turn.Count && turn.Classes[word + 1] == WordClass.Content;

    // What the turn itself names.
    private static void Subject(JudgedQuestion turn, ref FeatureWriter features)
    {
        float content = 0, rarity = 0, rarest = 0, second = 0, names = 0, unknown = 0, numbers = 0, last = 0;
        for (var i = 0; i < turn.Count; i++)
        {
            numbers += turn.Classes[i] == WordClass.Number ? 1 : 0;
            if (turn.Classes[i] != WordClass.Content)
            {
                continue;
            }

            content++;
            rarity += turn.Rarities[i];
            last = turn.Rarities[i];
            names += turn.Words[i].IsCapitalised ? 1 : 0;
            unknown += turn.Known[i] ? 0 : 1;
            if (turn.Rarities[i] > rarest)
            {
                (rarest, second) = (turn.Rarities[i], rarest);
            }
            else
            {
                second = Math.Max(second, turn.Rarities[i]);
            }
        }

        features.Add("words", turn.Count);
        features.Add("content", content);
        features.Add("rarity", rarity);
        features.Add("rarest", rarest);
        features.Add("second", second);
        features.Add("last", last);
        features.Add("mean", content == 0 ? 0 : rarity / content);
        features.Add("names", names);
        features.Add("unknown", unknown);
        features.Add("numbers", numbers);
        features.Add("share", turn.Count == 0 ? 0 : content / turn.Count);
    }

    // Words that point at something said before, and whether the turn has something before them that they could point at.
    private static void Leaning(JudgedQuestion turn, ref FeatureWriter features)
    {
        Span<float> counts = stackalloc float[(int)LeaningWord.Count];
        float firstPointer = 99, contentBefore = 0, contentSoFar = 0, definite = 0, definiteEnd = 0, dummy = 0;
        for (var i = 0; i < turn.Count; i++)
        {
            var word = turn.Text(i);
            var next = i + 1 < turn.Count ? turn.Text(i + 1) : default;
            var kind = LeaningWords.Of(word, next, i == 0);
            if (kind != LeaningWord.None)
            {
                counts[(int)kind]++;
                if (kind is LeaningWord.Thing or LeaningWord.Person or LeaningWord.Demonstrative && firstPointer > i)
                {
                    (firstPointer, contentBefore) = (i, contentSoFar);
                }
            }

            if (word is "it" or "there" && next is "is" or "rain" or "possible" or "safe" or "legal" or "take" or "mean" or "cost" or "a" or "any" or "are" or "to")
            {
                dummy++;
            }

            if (IsDefinite(turn, i))
            {
                definite++;
                definiteEnd = i + 2 >= turn.Count ? 1 : 0;
            }

            contentSoFar += turn.Classes[i] == WordClass.Content ? 1 : 0;
        }

        for (var kind = LeaningWord.Thing; kind < LeaningWord.Count; kind++)
        {
            features.Add(Leans[(int)kind], counts[(int)kind]);
        }

        features.Add("pointer", firstPointer);
        features.Add("pointer.before", contentBefore);
        features.Add("dummy", dummy);
        features.Add("definite", definite);
        features.Add("definite.end", definiteEnd);
    }

    // How near the turn is to what was said before. A turn on another subject cannot lean on it.
    private static void History(JudgedPair pair, ref FeatureWriter features)
    {
        var turn = pair.Left;
        float shared = 0, rarest = 0, fresh = 0, freshest = 0, near = 0;
        for (var i = 0; i < turn.Count; i++)
        {
            if (turn.Classes[i] != WordClass.Content)
            {
                continue;
            }

            if (pair.SharedOfLeft[i])
            {
                shared++;
                rarest = Math.Max(rarest, turn.Rarities[i]);
            }
            else
            {
                fresh += turn.Rarities[i];
                freshest = Math.Max(freshest, turn.Rarities[i]);
            }

            near = Math.Max(near, pair.BestOfLeft[i]);
        }

        features.Add("history", pair.Right.Count);
        features.Add("history.cosine", WordSum.Cosine(turn.Whole, pair.Right.Whole, -1));
        features.Add("history.shared", shared);
        features.Add("history.rarest", rarest);
        features.Add("history.fresh", fresh);
        features.Add("history.freshest", freshest);
        features.Add("history.near", near);
    }

    private static void Opening(JudgedQuestion turn, ref FeatureWriter features)
    {
        features.Add("type", (float)QuestionTypes.Of(turn));
        features.Add("first", turn.Count == 0 ? -1 : (float)turn.Classes[0]);
        features.Add("first.rarity", turn.Count == 0 ? 0 : turn.Rarities[0]);
        features.Add("second.class", turn.Count < 2 ? -1 : (float)turn.Classes[1]);
        features.Add("end", turn.Count == 0 ? -1 : (float)turn.Classes[turn.Count - 1]);
        var verb = 0;
        for (var i = 0; i < turn.Count; i++)
        {
            verb += turn.Text(i) is "is" or "are" or "was" or "were" or "do" or "does" or "did" or "can" or "should" or "would" or "will" or "has" or "have" ? 1 : 0;
        }

        features.Add("verbs", verb);
    }
}
