namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of nearly the same words that ask for something else: when and where, who and why, how and how much. What, which
/// and questions for yes or no may ask for anything.
/// </summary>
public sealed class QuestionGuard : IPairGuard
{
    /// <inheritdoc/>
    public string Name => "question";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (pair.HasSameWords || pair.IsTooLong)
        {
            return !pair.HasSameWords;
        }

        if (pair.OnlyDifference is { Left: var i, Right: var j })
        {
            return AreOthers(pair.Left.Words[i], pair.Right.Words[j]);
        }

        var left = pair.Left.Asked;
        var right = pair.Right.Asked;
        var ofLeft = left & ~right;
        var ofRight = right & ~left;
        var both = ofLeft | ofRight;
        if (ofLeft == 0 || ofRight == 0 || both == (Asked.Place | Asked.Manner))
        {
            return false; // where, and how, can I buy it
        }

        // "How" asks for most things, if only the rest is said in other words.
        var mostLone = (both & Asked.Manner) != 0 ? 0 : 1;
        return HasSameMatter(pair.Left.Words, pair.Match.OfLeft, mostLone) && HasSameMatter(pair.Right.Words, pair.Match.OfRight, mostLone);
    }

    private static bool AreOthers(Word word, Word other) =>
        QuestionWords.Is(word) && QuestionWords.Is(other) && !(word.Text is "who" or "whom" && other.Text is "who" or "whom");

    private static bool HasSameMatter(Word[] words, int[] partners, int mostLone)
    {
        var shared = 0;
        var lone = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Kind != WordSense.Function)
            {
                shared += partners[i] != WordMatch.None ? 1 : 0;
                lone += partners[i] == WordMatch.None ? 1 : 0;
            }
        }

        return lone <= mostLone && shared > lone;
    }
}
