using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// Two bits a component, in two planes. The coarse plane is the sign s; with the fine plane t it becomes 2s + t: -3, -1, 1 or 3, the four levels
/// that fit a normal distribution best. Both planes are sums of signs, so one set of tables reads both.
/// </summary>
internal static class SignCode
{
    // The step of the best even quantizer with four levels, in standard deviations (Max 1960).
    private const float FourLevelStep = 0.9957f;

    /// <param name="rotated">A rotated vector of length 1; a multiple of 8 components.</param>
    /// <param name="coarse">Receives the signs, eight to a byte: set where s is 1.</param>
    /// <param name="fine">Receives as many bytes: set where t is 1.</param>
    public static SignQuality Write(ReadOnlySpan<float> rotated, Span<byte> coarse, Span<byte> fine)
    {
        ref var first = ref MemoryMarshal.GetReference(rotated);
        var step = Vector256.Create(FourLevelStep / MathF.Sqrt(rotated.Length));
        var (all, far, squares, farCount) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, 0);
        for (var i = 0; i < coarse.Length; i++)
        {
            var values = Vector256.LoadUnsafe(ref first, (nuint)i * 8);
            var sizes = Vector256.Abs(values);
            var isFar = Vector256.GreaterThan(sizes, step);
            var negative = values.ExtractMostSignificantBits();
            var farBits = isFar.ExtractMostSignificantBits();
            coarse[i] = (byte)~negative;
            fine[i] = (byte)(negative ^ farBits);
            farCount += BitOperations.PopCount(farBits);
            all += sizes;
            far += sizes & isFar;
            squares += values * values;
        }

        // |v| (2 - 1) for the near components and |v| (2 + 1) for the far ones.
        var length = MathF.Sqrt(Vector256.Sum(squares));
        var fineLength = MathF.Sqrt(rotated.Length + (8 * farCount));
        return new(
            Vector256.Sum(all) / (length * MathF.Sqrt(rotated.Length)),
            (Vector256.Sum(all) + (2 * Vector256.Sum(far))) / (length * fineLength),
            fineLength);
    }
}
