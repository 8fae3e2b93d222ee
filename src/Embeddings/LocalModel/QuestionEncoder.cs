using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>
/// Sums the rows of a text's words. All sums are in whole numbers, so that a text has one embedding on every machine. Reused from text
/// to text; not for two threads at once.
/// </summary>
internal sealed class QuestionEncoder(QuestionWeights weights)
{
    /// <summary>Words behind this many are not read: their sum would leave the range of an integer.</summary>
    public const int MostWords = 4000;

    private readonly QuestionReader reader = new();
    private readonly int[] sums = new int[QuestionWeights.Dimensions];
    private readonly int[] unknown = new int[QuestionWeights.Dimensions];

    /// <summary>Embeds a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="destination">Receives <see cref="QuestionWeights.Dimensions"/> components of a vector of length 1; zeros where the text has no words.</param>
    /// <returns>Whether the text has words.</returns>
    public bool Encode(ReadOnlySpan<char> text, Span<float> destination)
    {
        reader.Read(text, MostWords);
        sums.AsSpan().Clear();
        foreach (ref readonly var word in reader.Words)
        {
            var row = weights.Find(word.Hash);
            if (row >= 0)
            {
                ByteRows.AddScaled(SimdPaths.Best, weights.Row(row), weights.Factor(row), sums);
            }
            else
            {
                UnknownWords.Sum(weights, word, reader.Text(word), unknown);
                TensorPrimitives.Add(sums, unknown, sums);
            }
        }

        return Unit(sums, destination);
    }

    // One component after the other, so that every machine rounds alike.
    private static bool Unit(ReadOnlySpan<int> sums, Span<float> destination)
    {
        var squares = 0.0;
        foreach (var sum in sums)
        {
            squares += (double)sum * sum;
        }

        if (squares == 0)
        {
            destination.Clear();
            return false;
        }

        var scale = (float)(1 / Math.Sqrt(squares));
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = sums[i] * scale;
        }

        return true;
    }
}
