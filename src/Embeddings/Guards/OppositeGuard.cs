namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one has a word and the other its opposite in its stead: buy and sell, enabled and disabling, before
/// and after, formed and unformed. Where a question has both words, as in "open or close", nothing is refused on their account.
/// </summary>
public sealed class OppositeGuard : IPairGuard
{
    /// <inheritdoc/>
    public string Name => "opposite";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (pair.HasSameWords || pair.IsTooLong)
        {
            return !pair.HasSameWords;
        }

        var left = pair.Left.Words;
        var right = pair.Right.Words;
        for (var i = 0; i < left.Length; i++)
        {
            if (pair.Match.OfLeft[i] != WordMatch.None)
            {
                continue;
            }

            if (IsDerived(pair, i))
            {
                return true;
            }

            if (!OppositeWords.Has(left[i].Stem))
            {
                continue;
            }

            for (var j = 0; j < right.Length; j++)
            {
                if (pair.Match.OfRight[j] == WordMatch.None && AreOpposite(pair, i, j)
                    && (pair.Match.InPlace(i, j) || !(SaysBoth(left, right, i, j) || SaysBoth(right, left, j, i))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsDerived(GuardPair pair, int i)
    {
        var right = pair.Right.Words;
        for (var j = 0; j < right.Length; j++)
        {
            if (pair.Match.OfRight[j] == WordMatch.None && pair.Match.InPlace(i, j) && DerivedOpposites.Are(pair.Left.Words[i], right[j]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreOpposite(GuardPair pair, int i, int j)
    {
        var left = pair.Left.Words;
        var right = pair.Right.Words;
        return OppositeWords.Are(left[i].Stem, right[j].Stem)
            ? !(DegreeWords.TakesNoSide(left, i) || DegreeWords.TakesNoSide(right, j)) || pair.IsReplaced(i, j)
            : OppositeWords.AreInPlace(left[i].Stem, right[j].Stem) && pair.IsReplaced(i, j);
    }

    // Whether a text that has one of two opposites has the other too, or another word that stands against its own.
    private static bool SaysBoth(Word[] words, Word[] others, int at, int other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Stem == others[other].Stem || (i != at && OppositeWords.Are(words[i].Stem, words[at].Stem)))
            {
                return true;
            }
        }

        return false;
    }
}
