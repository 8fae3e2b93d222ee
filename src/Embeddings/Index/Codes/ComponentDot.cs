using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>
/// The sum of products of a query's code (16 bits) and a stored code (8 bits), without any rounding. There is no 8-bit dot product to build
/// on: <c>TensorPrimitives.Dot</c> of bytes sums in bytes, and the AVX-512 VNNI instructions are not offered. So bytes are widened and
/// multiplied as pairs of 16 bits.
/// </summary>
internal static class ComponentDot
{
    /// <param name="path">The instructions to use.</param>
    /// <param name="query">The query's code; a multiple of 32 components.</param>
    /// <param name="stored">The stored code, as wide.</param>
    public static int Of(SimdPath path, ReadOnlySpan<short> query, ReadOnlySpan<sbyte> stored)
    {
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var s = ref MemoryMarshal.GetReference(stored);
        var width = (nuint)stored.Length;
        return path switch
        {
            SimdPath.Vector512 when Avx512BW.IsSupported => Wide512(ref q, ref s, width),
            >= SimdPath.Vector256 when Avx2.IsSupported => Wide256(ref q, ref s, width),
            >= SimdPath.Vector128 => Wide128(ref q, ref s, width),
            _ => Scalar(query, stored),
        };
    }

    private static int Wide512(ref short q, ref sbyte s, nuint width)
    {
        var sum = Vector512<int>.Zero;
        for (nuint i = 0; i < width; i += 32)
        {
            sum += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref s, i)), Vector512.LoadUnsafe(ref q, i));
        }

        return Vector512.Sum(sum);
    }

    private static int Wide256(ref short q, ref sbyte s, nuint width)
    {
        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        for (nuint i = 0; i < width; i += 32)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref s, i)), Vector256.LoadUnsafe(ref q, i));
            odd += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref s, i + 16)), Vector256.LoadUnsafe(ref q, i + 16));
        }

        return Vector256.Sum(even + odd);
    }

    private static int Wide128(ref short q, ref sbyte s, nuint width)
    {
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < width; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref s, i));
            sum += Products(low, Vector128.LoadUnsafe(ref q, i)) + Products(high, Vector128.LoadUnsafe(ref q, i + 8));
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(left, right);
        }

        var (a, b) = Vector128.Widen(left);
        var (c, d) = Vector128.Widen(right);
        return (a * c) + (b * d);
    }

    private static int Scalar(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> stored)
    {
        var sum = 0;
        for (var i = 0; i < stored.Length; i++)
        {
            sum += query[i] * stored[i];
        }

        return sum;
    }
}
