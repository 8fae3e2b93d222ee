using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Scales a vector to length 1, so that a dot product is a cosine.</summary>
internal static class UnitVector
{
    /// <summary>Checks that a vector has the width wanted and a direction.</summary>
    /// <exception cref="ArgumentException">Another width than wanted, a component that is no finite number, or a zero vector.</exception>
    public static void Check(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions)
        {
            throw new ArgumentException(
                $"The vector has {vector.Length} components and this index holds vectors of {dimensions}. Embeddings of another model need an index of their own.",
                nameof(vector));
        }

        // The length tells that all is well: with a component that is no number, or infinite, so is the length.
        if (IsUsual(TensorPrimitives.Norm(vector)))
        {
            return;
        }

        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
            {
                throw new ArgumentException(
                    $"Component {i} of the vector is {vector[i]}; every component must be a finite number. Check what made the embedding.", nameof(vector));
            }
        }

        if (!vector.ContainsAnyExcept(0))
        {
            throw new ArgumentException(
                "All components of the vector are 0, so it has no direction to compare. Embeddings of empty texts should not be looked up or stored.", nameof(vector));
        }
    }

    /// <summary>Writes a vector at length 1.</summary>
    public static void Write(ReadOnlySpan<float> vector, Span<float> destination)
    {
        var length = TensorPrimitives.Norm(vector);
        if (!IsUsual(length))
        {
            // Scaled by the largest component first: the squares of very large or very small ones leave the range of float.
            TensorPrimitives.Divide(vector, MathF.Abs(TensorPrimitives.MaxMagnitude(vector)), destination);
            vector = destination;
            length = TensorPrimitives.Norm(vector);
        }

        TensorPrimitives.Divide(vector, length, destination);
    }

    private static bool IsUsual(float length) => length is > 1e-12f and < 1e12f;
}
