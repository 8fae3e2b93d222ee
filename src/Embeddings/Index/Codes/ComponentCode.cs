using System.Numerics;
using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Components as small integers: vector = scale * code + error.</summary>
/// <param name="Scale">What one step of the code is worth.</param>
/// <param name="Error">The length of what the code leaves out.</param>
internal readonly record struct ComponentCode(float Scale, float Error)
{
    /// <summary>The largest code of a stored vector.</summary>
    public const int ByteLimit = 127;

    /// <summary>The largest code of a query: as fine as the sum of all products, in 32 bits, allows.</summary>
    public static int QueryLimit(int width) => Math.Min(2047, int.MaxValue / ByteLimit / width);

    /// <summary>Encodes a vector with codes from -limit to limit.</summary>
    public static ComponentCode Write<T>(ReadOnlySpan<float> vector, int limit, Span<T> code)
        where T : struct, IBinaryInteger<T>
    {
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        var scale = largest / limit;
        var inverse = limit / largest;
        var squares = 0f;
        for (var i = 0; i < vector.Length; i++)
        {
            var step = MathF.Round(vector[i] * inverse);
            code[i] = T.CreateTruncating((int)step);
            var error = vector[i] - (step * scale);
            squares += error * error;
        }

        return new(scale, MathF.Sqrt(squares));
    }
}
