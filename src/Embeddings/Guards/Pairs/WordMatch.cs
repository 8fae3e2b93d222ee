namespace Parsimony.Embeddings;

/// <summary>Which word of a question stands in another one too, inflections aside. Every word has one partner at most.</summary>
internal sealed class WordMatch
{
    /// <summary>What stands for no partner.</summary>
    public const int None = -1;

    public WordMatch(Word[] left, Word[] right)
    {
        OfLeft = new int[left.Length];
        OfRight = new int[right.Length];
        Array.Fill(OfLeft, None);
        Array.Fill(OfRight, None);

        // What the texts begin and end with first; then from the last partner on, so that the words of one turn of phrase find
        // those of the same turn.
        var start = 0;
        while (start < left.Length && start < right.Length && left[start].Stem == right[start].Stem)
        {
            Pair(start, start++);
        }

        var tail = 0;
        while (tail < Math.Min(left.Length, right.Length) - start && left[^(tail + 1)].Stem == right[^(tail + 1)].Stem)
        {
            tail++;
            Pair(left.Length - tail, right.Length - tail);
        }

        var end = right.Length - tail;
        var next = start;
        for (var i = start; i < left.Length - tail; i++)
        {
            var j = Find(left[i].Stem, right, next, end);
            j = j == None ? Find(left[i].Stem, right, start, next) : j;
            if (j != None)
            {
                Pair(i, j);
                next = j + 1;
            }
        }

        PairSlips(left, right);
    }

    /// <summary>Gets the partner of each word of the left text in the right one.</summary>
    public int[] OfLeft { get; }

    /// <summary>Gets the partner of each word of the right text in the left one.</summary>
    public int[] OfRight { get; }

    /// <summary>Whether two words without partners have the same neighbours, so that one stands in the other's stead.</summary>
    public bool InPlace(int i, int j) =>
        (i == 0 ? j == 0 : OfLeft[i - 1] == j - 1 && j > 0)
        && (i + 1 == OfLeft.Length ? j + 1 == OfRight.Length : OfLeft[i + 1] == j + 1);

    private void PairSlips(Word[] left, Word[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; OfLeft[i] == None && left[i].IsContent && j < right.Length; j++)
            {
                if (OfRight[j] == None && right[j].IsContent && Spelling.IsSlip(left[i].Text, right[j].Text))
                {
                    Pair(i, j);
                }
            }
        }
    }

    private void Pair(int i, int j)
    {
        OfLeft[i] = j;
        OfRight[j] = i;
    }

    private int Find(string stem, Word[] words, int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            if (OfRight[j] == None && words[j].Stem == stem)
            {
                return j;
            }
        }

        return None;
    }
}
