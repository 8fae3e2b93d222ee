using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// The dot product of two sums of rows, in 64 bits and without any rounding: exact while the components of up to 256 stay below 180
/// million in magnitude, more than three times what the longest question reaches.
/// </summary>
internal static class SumDot
{
    /// <param name="path">The instructions to use.</param>
    /// <param name="left">One sum; a multiple of 16 components.</param>
    /// <param name="right">The other, as long.</param>
    public static long Of(SimdPath path, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right[..left.Length]);
        var width = (nuint)left.Length;
        return path switch
        {
            SimdPath.Vector512 => Wide512(ref l, ref r, width),
            SimdPath.Vector256 => Wide256(ref l, ref r, width),
            _ => Scalar(left, right),
        };
    }

    private static long Wide512(ref int left, ref int right, nuint width)
    {
        var (even, odd) = (Vector512<long>.Zero, Vector512<long>.Zero);
        for (nuint i = 0; i < width; i += 16)
        {
            var (l, r) = (Vector512.LoadUnsafe(ref left, i), Vector512.LoadUnsafe(ref right, i));
            even += Lanes.Even(l, r);
            odd += Lanes.Even((l.AsUInt64() >>> 32).AsInt32(), (r.AsUInt64() >>> 32).AsInt32());
        }

        return Vector512.Sum(even + odd);
    }

    private static long Wide256(ref int left, ref int right, nuint width)
    {
        var (even, odd) = (Vector256<long>.Zero, Vector256<long>.Zero);
        for (nuint i = 0; i < width; i += 8)
        {
            var (l, r) = (Vector256.LoadUnsafe(ref left, i), Vector256.LoadUnsafe(ref right, i));
            even += Lanes.Even(l, r);
            odd += Lanes.Even((l.AsUInt64() >>> 32).AsInt32(), (r.AsUInt64() >>> 32).AsInt32());
        }

        return Vector256.Sum(even + odd);
    }

    private static long Scalar(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var sum = 0L;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (long)left[i] * right[i];
        }

        return sum;
    }
}
