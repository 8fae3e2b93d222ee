using System.Collections.Concurrent;
using System.Numerics;
using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>
/// A fixed pseudo-random rotation. Embeddings put much of their length into few components; after the rotation all components are alike
/// and look drawn from a normal distribution, which is what makes their signs and bytes good codes. Cosines stay as they are.
/// </summary>
/// <remarks>
/// Three rounds of random signs and a Walsh-Hadamard transform, after Ailon and Chazelle's fast Johnson-Lindenstrauss transform; O(n log n)
/// where a random matrix takes n squared. A width that is no power of two is transformed in two overlapping windows, and its halves are mixed.
/// </remarks>
internal sealed class Rotation
{
    private const int Rounds = 3;
    private const int Granule = 32;

    private static readonly ConcurrentDictionary<int, Rotation> Known = new();

    private readonly float[][] signs = new float[Rounds][];
    private readonly int window;

    private Rotation(int dimensions)
    {
        Width = (dimensions + Granule - 1) / Granule * Granule;
        window = 1 << BitOperations.Log2((uint)Width);
        Steps = Rounds * ((2 * (BitOperations.Log2((uint)window) + 2)) + 3);
        var state = 0UL;
        for (var round = 0; round < Rounds; round++)
        {
            signs[round] = new float[Width];
            for (var i = 0; i < Width; i++)
            {
                signs[round][i] = (Next(ref state) & 1) == 0 ? 1 : -1;
            }
        }
    }

    /// <summary>Gets the width of a rotated vector: that of the vectors, padded with zeros to a multiple of 32.</summary>
    public int Width { get; }

    /// <summary>
    /// Gets the number of rounded operations that a component goes through, or more. Each changes the vector by at most 2^-24 of its
    /// length, so a rotated vector is within Steps * 2^-24 * 1.01 of the true rotation.
    /// </summary>
    public int Steps { get; }

    public static Rotation Of(int dimensions) => Known.GetOrAdd(dimensions, static d => new Rotation(d));

    /// <param name="vector">The vector, of as many components as this rotation is for.</param>
    /// <param name="rotated">Receives <see cref="Width"/> components.</param>
    public void Apply(ReadOnlySpan<float> vector, Span<float> rotated)
    {
        vector.CopyTo(rotated);
        rotated[vector.Length..].Clear();
        foreach (var round in signs)
        {
            TensorPrimitives.Multiply(rotated, round, rotated);
            TransformWindow(rotated[..window]);
            if (window < Width)
            {
                TransformWindow(rotated[^window..]);
                MixHalves(rotated);
            }
        }
    }

    private static void TransformWindow(Span<float> values)
    {
        WalshHadamard.Transform(values);
        TensorPrimitives.Multiply(values, 1 / MathF.Sqrt(values.Length), values);
    }

    private static void MixHalves(Span<float> values)
    {
        const float Scale = 0.70710678f;
        var half = values.Length / 2;
        for (var i = 0; i < half; i++)
        {
            var (a, b) = (values[i], values[i + half]);
            values[i] = (a + b) * Scale;
            values[i + half] = (a - b) * Scale;
        }
    }

    // SplitMix64 (Steele, Lea, Flood 2014): the same signs in every process, so that codes could be kept.
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
