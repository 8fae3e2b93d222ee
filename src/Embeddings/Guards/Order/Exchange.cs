namespace Parsimony.Embeddings;

/// <summary>
/// Two parts of a text that stand in each other's place in another one: "is <b>A</b> bigger than <b>B</b>" and "is <b>B</b> bigger
/// than <b>A</b>". Words that only one text has are passed over.
/// </summary>
/// <param name="Words">The words of one text.</param>
/// <param name="Start">Where the first part begins.</param>
/// <param name="First">How many words it has.</param>
/// <param name="Middle">How many words stand between the parts.</param>
/// <param name="Second">How many words the second part has.</param>
internal readonly record struct Exchange(Word[] Words, int Start, int First, int Middle, int Second)
{
    private int Last => Start + First + Middle;

    private int End => Last + Second;

    /// <summary>Finds the parts that two texts have exchanged; <see langword="null"/> if that is not how they differ.</summary>
    public static Exchange? Find(GuardPair pair)
    {
        var left = Shared(pair.Left.Words, pair.Match.OfLeft);
        var right = Shared(pair.Right.Words, pair.Match.OfRight);
        if (left.Count != right.Count)
        {
            return null; // an article stands for another word
        }

        var l = left.Select(i => FirstLike(pair.Left.Words, i)).ToArray();
        var r = right.Select(i => FirstLike(pair.Left.Words, pair.Match.OfRight[i])).ToArray();
        var start = l.AsSpan().CommonPrefixLength(r);
        var end = l.Length;
        while (end > start && l[end - 1] == r[end - 1])
        {
            end--;
        }

        // Where words come in or go, something else was said, and said in another order.
        if (end - start < 2 || HasLone(pair.Left.Words, pair.Match.OfLeft, left[start], left[end - 1])
            || HasLone(pair.Right.Words, pair.Match.OfRight, right[start], right[end - 1]))
        {
            return null;
        }

        return Find(l.AsSpan(start, end - start), r.AsSpan(start, end - start)) is var (first, second)
            ? new([.. left.Select(i => pair.Left.Words[i])], start, first, end - start - first - second, second)
            : null;
    }

    private static (int First, int Second)? Find(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        for (var first = 1; first < left.Length; first++)
        {
            if (!left[..first].SequenceEqual(right[^first..]))
            {
                continue;
            }

            for (var second = 1; first + second <= left.Length; second++)
            {
                if (left[^second..].SequenceEqual(right[..second]) && left[first..^second].SequenceEqual(right[second..^first]))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    /// <summary>Whether both parts have a word of matter, so that the exchange may change what is asked.</summary>
    public bool HasMatter => HasContent(Words.AsSpan(Start, First)) && HasContent(Words.AsSpan(End - Second, Second));

    /// <summary>Whether the parts stand side by side, so that a phrase was moved and nothing swapped.</summary>
    public bool IsMove => Middle == 0;

    /// <summary>Whether "and" or "or" stands between the parts.</summary>
    public bool HasJoint => NextJoint(Start + First) <= Last;

    /// <summary>Whether the parts belong to one list: A and B, A, B or C, an A thing and a B thing.</summary>
    public bool IsList
    {
        get
        {
            var joint = NextJoint(Start + First);
            if (joint > Last)
            {
                return false;
            }

            // What stands between the first part and the joint is said again behind the second part.
            for (var i = Start + First; i < joint; i++)
            {
                var again = End + i - Start - First;
                if (Words[i].IsContent && !(again < Words.Length && Words[again].Stem == Words[i].Stem))
                {
                    return false;
                }
            }

            // The second part begins behind a joint, or behind what stands before the first part too.
            var last = joint;
            for (var next = joint; next <= Last; next = NextJoint(next + 1))
            {
                last = next;
            }

            for (var i = last; i < Last; i++)
            {
                var again = Start - Last + i;
                if (Words[i].Kind != WordSense.Function && !(again >= 0 && Words[again].Stem == Words[i].Stem))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private int NextJoint(int at)
    {
        while (at <= Last && !SymmetricWords.Joins(Words[at]))
        {
            at++;
        }

        return at;
    }

    // The places of the words that both texts have, articles aside.
    private static List<int> Shared(Word[] words, int[] partners)
    {
        var shared = new List<int>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (partners[i] != WordMatch.None && !IsArticle(words[i]))
            {
                shared.Add(i);
            }
        }

        return shared;
    }

    // Two words alike count as one.
    private static int FirstLike(Word[] words, int at) => Array.FindIndex(words, w => w.Stem == words[at].Stem);

    private static bool HasLone(Word[] words, int[] partners, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (partners[i] == WordMatch.None && !IsArticle(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArticle(Word word) => word.Text is "a" or "an" or "the";

    private static bool HasContent(ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (word.Kind != WordSense.Function || word.Casing == Casing.Upper)
            {
                return true;
            }
        }

        return false;
    }
}
