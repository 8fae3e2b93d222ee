namespace Parsimony.Embeddings;

/// <summary>
/// Two questions beside each other: every word's likeness to every word of the other side. A question is read once and compared with
/// one candidate after the other. Reused; not for two threads at once.
/// </summary>
internal sealed class JudgedPair
{
    private readonly JudgedQuestion question;
    private readonly JudgedQuestion candidate;
    private readonly float[] likeness = new float[JudgedQuestion.MostWords * JudgedQuestion.MostWords];

    public JudgedPair(QuestionWeights weights)
    {
        Left = question = new(weights);
        Right = candidate = new(weights);
    }

    public JudgedQuestion Left { get; private set; }

    public JudgedQuestion Right { get; private set; }

    /// <summary>Gets, per word of the left side, the best likeness on the right side, -1 to 1; 1 where the word itself is there.</summary>
    public float[] BestOfLeft { get; } = new float[JudgedQuestion.MostWords];

    /// <summary>Gets, per word of the right side, the best likeness on the left side.</summary>
    public float[] BestOfRight { get; } = new float[JudgedQuestion.MostWords];

    /// <summary>Gets, per word of the left side, whether the right side has the same word.</summary>
    public bool[] SharedOfLeft { get; } = new bool[JudgedQuestion.MostWords];

    /// <summary>Gets, per word of the right side, whether the left side has the same word.</summary>
    public bool[] SharedOfRight { get; } = new bool[JudgedQuestion.MostWords];

    public float Likeness(int left, int right) => likeness[(left * JudgedQuestion.MostWords) + right];

    /// <summary>Reads both sides.</summary>
    public void Read(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        ReadQuestion(left);
        Compare(right, questionIsLeft: true);
    }

    /// <summary>Reads the question that the candidates are compared with from now on.</summary>
    public void ReadQuestion(ReadOnlySpan<char> text) => question.Read(text);

    /// <summary>Reads a candidate and compares it with the question.</summary>
    /// <param name="text">The candidate.</param>
    /// <param name="questionIsLeft">Which side the question is; some features depend on it a little.</param>
    public void Compare(ReadOnlySpan<char> text, bool questionIsLeft)
    {
        candidate.Read(text);
        (Left, Right) = questionIsLeft ? (question, candidate) : (candidate, question);
        BestOfRight.AsSpan(0, Right.Count).Fill(-1);
        SharedOfLeft.AsSpan(0, Left.Count).Clear();
        SharedOfRight.AsSpan(0, Right.Count).Clear();
        for (var i = 0; i < Left.Count; i++)
        {
            CompareWord(i);
        }

        Left.SumRest(SharedOfLeft);
        Right.SumRest(SharedOfRight);
    }

    private void CompareWord(int word)
    {
        const int width = QuestionWeights.Dimensions;
        Span<int> dots = stackalloc int[JudgedQuestion.MostWords];
        WideRowDots.Of(SimdPaths.Best, Left.Rows.Slice(word * width, width), Right.Rows, dots);
        var hash = Left.Words[word].Hash;
        var inverse = Left.InverseLengths[word];
        var words = Right.Words;
        var inverses = Right.InverseLengths.AsSpan(0, words.Length);
        var likes = likeness.AsSpan(word * JudgedQuestion.MostWords, words.Length);
        var bests = BestOfRight.AsSpan(0, words.Length);
        var best = -1f;
        for (var i = 0; i < words.Length; i++)
        {
            var like = dots[i] * (inverse * inverses[i]);
            if (hash == words[i].Hash)
            {
                like = 1;
                SharedOfLeft[word] = SharedOfRight[i] = true;
            }

            likes[i] = like;
            best = like > best ? like : best;
            bests[i] = like > bests[i] ? like : bests[i];
        }

        BestOfLeft[word] = best;
    }
}
