namespace Parsimony.Embeddings;

/// <summary>What kinds of answer the questions ask for, and which classes of function words only one of them has.</summary>
internal static class WordClassFeatures
{
    private static readonly WordClass[] Compared =
    [
        WordClass.Sign, WordClass.Negation, WordClass.FirstPerson, WordClass.SecondPerson, WordClass.ThirdPerson, WordClass.Past, WordClass.Future, WordClass.Modal,
        WordClass.Before, WordClass.After, WordClass.From, WordClass.To, WordClass.With, WordClass.In, WordClass.Out, WordClass.Up, WordClass.Down,
        WordClass.More, WordClass.Less, WordClass.All, WordClass.Some, WordClass.Only, WordClass.If,
    ];

    private static readonly string[] Names = [.. Compared.Select(static c => "class." + c)];

    public static void Write(JudgedPair pair, ref FeatureWriter features)
    {
        var left = QuestionTypes.Of(pair.Left);
        var right = QuestionTypes.Of(pair.Right);
        features.Add("type.same", left == QuestionType.Unknown || right == QuestionType.Unknown ? 0 : left == right ? 1 : -1);
        features.AddBoth("type", (float)left, (float)right);
        Span<int> counts = stackalloc int[(int)WordClass.If + 1];
        Span<int> countsOfRight = stackalloc int[(int)WordClass.If + 1];
        Count(pair.Left, counts);
        Count(pair.Right, countsOfRight);
        var differing = 0;
        for (var i = 0; i < Compared.Length; i++)
        {
            var difference = Math.Abs(counts[(int)Compared[i]] - countsOfRight[(int)Compared[i]]);
            features.Add(Names[i], difference);
            differing += difference > 0 ? 1 : 0;
        }

        features.Add("class.differing", differing);
        features.Add("negations", Math.Min(counts[(int)WordClass.Negation], countsOfRight[(int)WordClass.Negation]));
    }

    private static void Count(JudgedQuestion question, Span<int> counts)
    {
        for (var i = 0; i < question.Count; i++)
        {
            counts[(int)question.Classes[i]]++;
        }
    }
}
