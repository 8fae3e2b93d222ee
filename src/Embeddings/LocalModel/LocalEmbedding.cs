using System.Runtime.CompilerServices;

namespace Parsimony.Embeddings;

/// <summary>The local model for callers that ask for many texts and for single words: see <see cref="LocalEmbeddingGenerator"/>.</summary>
internal sealed class LocalEmbedding : ILocalEmbedding
{
    private readonly QuestionWeights weights = QuestionWeights.Shipped;

    // Lengths of rows, computed when first asked for; threads that meet compute the same number.
    private readonly float[] lengths = new float[QuestionWeights.Shipped.Words];

    public static LocalEmbedding Instance { get; } = new();

    public int Dimensions => QuestionWeights.Dimensions;

    public int WordCount => weights.Words;

    public bool Embed(ReadOnlySpan<char> text, Span<float> destination) => LocalEmbeddingGenerator.Embed(text, destination);

    public int FindWord(ReadOnlySpan<char> word) => weights.Find(WordHash.Of(word));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CompareWords(int word, ReadOnlySpan<int> others, Span<float> cosines)
    {
        Span<short> row = stackalloc short[QuestionWeights.Dimensions];
        ByteRows.Widen(SimdPaths.Best, weights.Row(word), row);
        var length = LengthOf(word);
        for (var i = 0; i < others.Length; i++)
        {
            var product = length * LengthOf(others[i]);
            cosines[i] = product == 0 ? 0 : ByteRows.Dot(SimdPaths.Best, weights.Row(others[i]), row) / product;
        }
    }

    private float LengthOf(int word)
    {
        ref var length = ref lengths[word];
        if (length == 0)
        {
            Span<short> row = stackalloc short[QuestionWeights.Dimensions];
            ByteRows.Widen(SimdPaths.Best, weights.Row(word), row);
            length = MathF.Sqrt(WideRowDots.One(SimdPaths.Best, row, row));
        }

        return length;
    }
}
