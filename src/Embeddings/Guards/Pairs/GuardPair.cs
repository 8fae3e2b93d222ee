namespace Parsimony.Embeddings;

/// <summary>Two questions beside each other, with the words that they share. Read by the guards one after another, on one thread.</summary>
internal sealed class GuardPair
{
    // Words are looked for in the other text one by one; a text with more is a document, of which a changed word may mean anything.
    private const int MostWords = 256;

    // Three words between two that both texts have.
    private const int WidestGap = 4;

    private WordMatch? match;
    private bool? sameWords;

    /// <summary>Puts two questions beside each other; which is left and which right is the pair's own choice, so that every guard is symmetric.</summary>
    public GuardPair(GuardText one, GuardText other) =>
        (Left, Right) = string.CompareOrdinal(one.Text, other.Text) <= 0 ? (one, other) : (other, one);

    public GuardText Left { get; }

    public GuardText Right { get; }

    /// <summary>Gets whether the words of the texts cannot be compared; then only the same words in the same order pass.</summary>
    public bool IsTooLong => Left.Words.Length > MostWords || Right.Words.Length > MostWords;

    /// <summary>Gets whether the texts say the same words in the same order, letter case and signs aside.</summary>
    public bool HasSameWords => sameWords ??= AreSame(Left.Words, Right.Words);

    /// <summary>Gets which word stands for which.</summary>
    public WordMatch Match => match ??= new(Left.Words, Right.Words);

    /// <summary>
    /// Whether a word of the left text stands where one of the right text stands: between the same neighbours, or with nothing else to
    /// tell the texts apart.
    /// </summary>
    public bool IsReplaced(int i, int j) => Match.InPlace(i, j) || (Differs(Left.Words, Match.OfLeft, i) && Differs(Right.Words, Match.OfRight, j));

    /// <summary>Gets the one word of each text that alone tells them apart; <see langword="null"/> if there is more, or less, that does.</summary>
    public (int Left, int Right)? OnlyDifference
    {
        get
        {
            var i = Array.IndexOf(Match.OfLeft, WordMatch.None);
            return i >= 0 && Left.Words.Length == Right.Words.Length && Match.OfRight[i] == WordMatch.None && Match.InPlace(i, i) && Match.OfLeft.Count(WordMatch.None) == 1
                ? (i, i)
                : null;
        }
    }

    /// <summary>Gets whether a third of the words of the shorter text stand in the other too.</summary>
    public bool AreAboutTheSame => (Left.Words.Length - Match.OfLeft.Count(WordMatch.None)) * 3 >= Math.Min(Left.Words.Length, Right.Words.Length);

    /// <summary>Whether the words without partners around a word of the left text stand where those around one of the right text stand.</summary>
    public bool AreInOneGap(int i, int j)
    {
        var (before, after) = Gap(Match.OfLeft, i);
        var (otherBefore, otherAfter) = Gap(Match.OfRight, j);
        return after - before <= WidestGap && otherAfter - otherBefore <= WidestGap
            && (before < 0 ? otherBefore < 0 : Match.OfLeft[before] == otherBefore)
            && (after == Left.Words.Length ? otherAfter == Right.Words.Length : Match.OfLeft[after] == otherAfter);
    }

    // The nearest words with partners on both sides.
    private static (int Before, int After) Gap(int[] partners, int at)
    {
        var before = at;
        while (before >= 0 && partners[before] == WordMatch.None)
        {
            before--;
        }

        var after = at;
        while (after < partners.Length && partners[after] == WordMatch.None)
        {
            after++;
        }

        return (before, after);
    }

    // Whether no other word of matter lacks a partner.
    private static bool Differs(Word[] words, int[] partners, int only)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i != only && partners[i] == WordMatch.None && words[i].Kind != WordSense.Function)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(Word[] left, Word[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Text != right[i].Text || left[i].Clitic != right[i].Clitic)
            {
                return false;
            }
        }

        return true;
    }
}
