using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// Dot products of rows of bytes that were widened to 16 bits. In whole numbers, so every instruction set gives the same result to the
/// bit: exact up to 100,000 components.
/// </summary>
internal static class WideRowDots
{
    /// <summary>The dot products of one row with several.</summary>
    /// <param name="path">The instructions to use.</param>
    /// <param name="row">One row; a multiple of 32 components.</param>
    /// <param name="others">Rows of the same length, one behind the other.</param>
    /// <param name="dots">Receives a product per row of <paramref name="others"/>.</param>
    public static void Of(SimdPath path, ReadOnlySpan<short> row, ReadOnlySpan<short> others, Span<int> dots)
    {
        var count = others.Length / row.Length;
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var o = ref MemoryMarshal.GetReference(others);
        var width = (nuint)row.Length;
        var done = 0;
        for (; path >= SimdPath.Vector256 && done + 4 <= count; done += 4)
        {
            var four = path == SimdPath.Vector512 ? Four512(ref r, ref o, (nuint)done * width, width) : Four256(ref r, ref o, (nuint)done * width, width);
            four.CopyTo(dots[done..]);
        }

        for (; done < count; done++)
        {
            dots[done] = One(path, row, others.Slice(done * row.Length, row.Length));
        }
    }

    /// <summary>The dot product of two rows.</summary>
    public static int One(SimdPath path, ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right[..left.Length]);
        var width = (nuint)left.Length;
        return path switch
        {
            SimdPath.Vector512 => One512(ref l, ref r, width),
            SimdPath.Vector256 => One256(ref l, ref r, width),
            SimdPath.Vector128 => One128(ref l, ref r, width),
            _ => Scalar(left, right),
        };
    }

    private static Vector128<int> Four512(ref short row, ref short others, nuint start, nuint width)
    {
        Vector512<int> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < width; i += 32)
        {
            var r = Vector512.LoadUnsafe(ref row, i);
            a += Lanes.Pairs(r, Vector512.LoadUnsafe(ref others, start + i));
            b += Lanes.Pairs(r, Vector512.LoadUnsafe(ref others, start + width + i));
            c += Lanes.Pairs(r, Vector512.LoadUnsafe(ref others, start + (2 * width) + i));
            d += Lanes.Pairs(r, Vector512.LoadUnsafe(ref others, start + (3 * width) + i));
        }

        return Lanes.Sums(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper(), c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper());
    }

    private static Vector128<int> Four256(ref short row, ref short others, nuint start, nuint width)
    {
        Vector256<int> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < width; i += 16)
        {
            var r = Vector256.LoadUnsafe(ref row, i);
            a += Lanes.Pairs(r, Vector256.LoadUnsafe(ref others, start + i));
            b += Lanes.Pairs(r, Vector256.LoadUnsafe(ref others, start + width + i));
            c += Lanes.Pairs(r, Vector256.LoadUnsafe(ref others, start + (2 * width) + i));
            d += Lanes.Pairs(r, Vector256.LoadUnsafe(ref others, start + (3 * width) + i));
        }

        return Lanes.Sums(a, b, c, d);
    }

    private static int One512(ref short left, ref short right, nuint width)
    {
        var sum = Vector512<int>.Zero;
        for (nuint i = 0; i < width; i += 32)
        {
            sum += Lanes.Pairs(Vector512.LoadUnsafe(ref left, i), Vector512.LoadUnsafe(ref right, i));
        }

        return Vector512.Sum(sum);
    }

    private static int One256(ref short left, ref short right, nuint width)
    {
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < width; i += 32)
        {
            even += Lanes.Pairs(Vector256.LoadUnsafe(ref left, i), Vector256.LoadUnsafe(ref right, i));
            odd += Lanes.Pairs(Vector256.LoadUnsafe(ref left, i + 16), Vector256.LoadUnsafe(ref right, i + 16));
        }

        return Vector256.Sum(even + odd);
    }

    private static int One128(ref short left, ref short right, nuint width)
    {
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < width; i += 8)
        {
            sum += Lanes.Pairs(Vector128.LoadUnsafe(ref left, i), Vector128.LoadUnsafe(ref right, i));
        }

        return Vector128.Sum(sum);
    }

    private static int Scalar(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        var sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
