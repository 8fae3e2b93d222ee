namespace Parsimony.Embeddings;

/// <summary>The sum of some of a question's words, and the cosine between such sums. In whole numbers up to the last step.</summary>
internal sealed class WordSum
{
    private readonly int[] components = new int[QuestionWeights.Dimensions];

    /// <summary>Gets the components, to be written; <see cref="Measure"/> closes the writing.</summary>
    public Span<int> Components => components;

    /// <summary>Gets the sum of the squares of the components.</summary>
    public long Squares { get; private set; }

    /// <summary>Gets the length of the sum.</summary>
    public double Length => Math.Sqrt(Squares);

    /// <summary>Computes the length of what was written.</summary>
    public void Measure() => Squares = SumDot.Of(SimdPaths.Best, components, components);

    /// <summary>The cosine of two sums, or <paramref name="otherwise"/> where one has no length.</summary>
    public static float Cosine(WordSum left, WordSum right, float otherwise) =>
        left.Squares == 0 || right.Squares == 0
            ? otherwise
            : (float)(SumDot.Of(SimdPaths.Best, left.components, right.components) / Math.Sqrt((double)left.Squares * right.Squares));
}
