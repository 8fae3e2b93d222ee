namespace Parsimony.Embeddings;

/// <summary>What stands for a word without a row of its own.</summary>
internal static class UnknownWords
{
    private const int Shortest = 3;
    private const int Longest = 5;

    // A very long "word" is an identifier or noise; its beginning tells enough.
    private const int MostLetters = 40;

    /// <summary>The mean of a word's groups of three to five letters, or what numbers of its length share.</summary>
    /// <param name="weights">The rows.</param>
    /// <param name="word">The word.</param>
    /// <param name="letters">Its characters.</param>
    /// <param name="sum">Receives the sum that stands for it; <see cref="QuestionWeights.Dimensions"/> components.</param>
    public static void Sum(QuestionWeights weights, in QuestionWord word, ReadOnlySpan<char> letters, Span<int> sum)
    {
        sum.Clear();
        if (word.Kind == WordKind.Number)
        {
            Add(weights, weights.Number(letters.Length), sum);
            return;
        }

        letters = letters[..Math.Min(letters.Length, MostLetters)];
        Span<char> framed = stackalloc char[MostLetters + 2];
        framed = framed[..(letters.Length + 2)];
        framed[0] = '<';
        letters.CopyTo(framed[1..]);
        framed[^1] = '>';
        var groups = 0;
        for (var start = 0; start + Shortest <= framed.Length; start++)
        {
            var hash = WordHash.Offset;
            for (var length = 1; length <= Longest && start + length <= framed.Length; length++)
            {
                hash = (hash ^ framed[start + length - 1]) * WordHash.Prime;
                if (length >= Shortest)
                {
                    Add(weights, weights.Bucket(hash), sum);
                    groups++;
                }
            }
        }

        foreach (ref var component in sum)
        {
            component /= groups;
        }
    }

    private static void Add(QuestionWeights weights, int row, Span<int> sum) => ByteRows.AddScaled(SimdPaths.Best, weights.Row(row), weights.Factor(row), sum);
}
