namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of the same words of which two have changed places where the place decides: from A to B, A bigger than B, does A
/// love B, A of B. The members of a list, the two sides of a difference and whole phrases may stand in any order; so may doer and
/// deed in the passive voice.
/// </summary>
public sealed class OrderGuard : IPairGuard
{
    // More words of matter than this on one side only, and it is not the order in which the texts differ.
    private const int MostUnshared = 2;

    /// <inheritdoc/>
    public string Name => "order";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (pair.HasSameWords || pair.IsTooLong)
        {
            return !pair.HasSameWords;
        }

        if (Unshared(pair.Left.Words, pair.Match.OfLeft) > MostUnshared || Unshared(pair.Right.Words, pair.Match.OfRight) > MostUnshared)
        {
            return false;
        }

        if (IsTurned(pair))
        {
            return true;
        }

        var leftIsPassive = Voices.IsPassive(pair.Left.Words);
        if (leftIsPassive != Voices.IsPassive(pair.Right.Words))
        {
            return leftIsPassive
                ? Voices.AreCrossed(pair.Left.Words, pair.Match.OfLeft, pair.Right.Words)
                : Voices.AreCrossed(pair.Right.Words, pair.Match.OfRight, pair.Left.Words);
        }

        if (IsInOrder(pair.Match.OfLeft))
        {
            return false;
        }

        var isMutual = SymmetricWords.AreIn(pair.Left.Words) && SymmetricWords.AreIn(pair.Right.Words);
        return Exchange.Find(pair) is { HasMatter: true, IsMove: false } exchange
            ? !(exchange.HasJoint ? exchange.IsList : isMutual)
            : !isMutual && (WordRoles.AreSaid(pair.Left.Words) || WordRoles.AreSaid(pair.Right.Words)) && AreRolesSwapped(pair);
    }

    // "flights from Paris", "flights to Paris"
    private static bool IsTurned(GuardPair pair)
    {
        var left = pair.Left.Words;
        var right = pair.Right.Words;
        for (var i = 0; i < left.Length; i++)
        {
            if (pair.Match.OfLeft[i] != WordMatch.None || left[i].Text is not ("from" or "to"))
            {
                continue;
            }

            for (var j = 0; j < right.Length; j++)
            {
                if (right[j].Text == (left[i].Text == "to" ? "from" : "to") && pair.Match.OfRight[j] == WordMatch.None && pair.Match.InPlace(i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Unshared(Word[] words, int[] partners)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            count += words[i].IsContent && partners[i] == WordMatch.None ? 1 : 0;
        }

        return count;
    }

    private static bool IsInOrder(int[] partners)
    {
        var last = -1;
        foreach (var partner in partners)
        {
            if (partner != WordMatch.None)
            {
                if (partner < last)
                {
                    return false;
                }

                last = partner;
            }
        }

        return true;
    }

    private static bool AreRolesSwapped(GuardPair pair)
    {
        var words = pair.Left.Words;
        var left = WordRoles.Of(words);
        var right = WordRoles.Of(pair.Right.Words);
        for (var i = 0; i < left.Length; i++)
        {
            var j = pair.Match.OfLeft[i];
            if (!words[i].IsContent || j == WordMatch.None || !WordRoles.Decide(left[i], right[j]) || IsSaidTwice(words, i))
            {
                continue;
            }

            for (var k = i + 1; k < left.Length; k++)
            {
                var m = pair.Match.OfLeft[k];
                if (m != WordMatch.None && words[k].IsContent && left[k] == right[j] && right[m] == left[i] && !IsSaidTwice(words, k))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSaidTwice(Word[] words, int at) => Array.FindIndex(words, w => w.Stem == words[at].Stem) != Array.FindLastIndex(words, w => w.Stem == words[at].Stem);
}
