using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Scales a vector to length 1, so that a dot product is a cosine.</summary>
internal static class UnitVector
{
    /// <summary>Checks a vector and writes it at length 1.</summary>
    /// <exception cref="ArgumentException">Another width than wanted, a component that is no finite number, or a zero vector.</exception>
    public static void Write(ReadOnlySpan<float> vector, Span<float> destination)
    {
        if (vector.Length != destination.Length)
        {
            throw new ArgumentException(
                $"The vector has {vector.Length} components and this index holds vectors of {destination.Length}. Embeddings of another model need an index of their own.",
                nameof(vector));
        }

        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
            {
                throw new ArgumentException(
                    $"Component {i} of the vector is {vector[i]}; every component must be a finite number. Check what made the embedding.", nameof(vector));
            }
        }

        // Scaled by the largest component first: the squares of very large or very small ones leave the range of float.
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (largest == 0)
        {
            throw new ArgumentException(
                "All components of the vector are 0, so it has no direction to compare. Embeddings of empty texts should not be looked up or stored.", nameof(vector));
        }

        TensorPrimitives.Divide(vector, largest, destination);
        TensorPrimitives.Divide(destination, TensorPrimitives.Norm(destination), destination);
    }
}
