namespace Parsimony.Embeddings;

/// <summary>How far the spellings of two words are apart.</summary>
internal static class Spelling
{
    private const int Longest = 32;

    /// <summary>Whether at most so many letters were put in, left out, replaced or swapped with a neighbour. Words of more than 32 letters never are.</summary>
    public static bool IsWithin(int edits, string word, string other) =>
        Math.Max(word.Length, other.Length) <= Longest && Math.Abs(word.Length - other.Length) <= edits && Distance(word, other) <= edits;

    /// <summary>Whether one of two words is probably the other one mistyped: nearly the same letters, and one of them is no word that is known.</summary>
    public static bool IsSlip(string word, string other) =>
        Math.Min(word.Length, other.Length) >= 4 && Math.Abs(word.Length - other.Length) <= 1 && BeginAlike(word, other)
        && (!IsKnown(word) || !IsKnown(other)) && IsWithin(word.Length < 8 ? 1 : 2, word, other);

    private static bool BeginAlike(string word, string other) => word[0] == other[0] || word[1] == other[0] || word[0] == other[1];

    private static bool IsKnown(string word) => GrammarWords.Contains(word) || CommonWords.Contain(Stems.Of(word)) || KnownNames.TryGet(word, out _);

    // Of Damerau and Levenshtein.
    private static int Distance(string left, string right)
    {
        Span<int> older = stackalloc int[Longest + 1];
        Span<int> old = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            old.CopyTo(older);
            row.CopyTo(old);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }
        }

        return row[right.Length];
    }
}
