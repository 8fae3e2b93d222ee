using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// Arithmetic on rows of signed bytes. All of it is in whole numbers, so every instruction set gives the same result to the bit.
/// A length is a multiple of 32.
/// </summary>
internal static class ByteRows
{
    /// <summary>Adds a row times a factor to sums.</summary>
    public static void AddScaled(SimdPath path, ReadOnlySpan<sbyte> row, int factor, Span<int> sums)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var s = ref MemoryMarshal.GetReference(sums[..row.Length]);
        var length = (nuint)row.Length;
        switch (path)
        {
            case SimdPath.Vector512:
                Add512(ref r, factor, ref s, length);
                break;
            case SimdPath.Vector256:
                Add256(ref r, factor, ref s, length);
                break;
            case SimdPath.Vector128:
                Add128(ref r, factor, ref s, length);
                break;
            default:
                AddScalar(row, factor, sums);
                break;
        }
    }

    /// <summary>Copies a row into numbers of 16 bits.</summary>
    public static void Widen(SimdPath path, ReadOnlySpan<sbyte> row, Span<short> wide)
    {
        if (path == SimdPath.Scalar)
        {
            for (var i = 0; i < row.Length; i++)
            {
                wide[i] = row[i];
            }

            return;
        }

        ref var r = ref MemoryMarshal.GetReference(row);
        ref var w = ref MemoryMarshal.GetReference(wide[..row.Length]);
        for (nuint i = 0; i < (nuint)row.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref r, i));
            low.StoreUnsafe(ref w, i);
            high.StoreUnsafe(ref w, i + 8);
        }
    }

    /// <summary>The dot product of a row and one that was widened to 16 bits; exact up to 100,000 components.</summary>
    public static int Dot(SimdPath path, ReadOnlySpan<sbyte> row, ReadOnlySpan<short> wide)
    {
        ref var r = ref MemoryMarshal.GetReference(row);
        ref var w = ref MemoryMarshal.GetReference(wide[..row.Length]);
        return path switch
        {
            SimdPath.Vector512 or SimdPath.Vector256 => Dot256(ref r, ref w, (nuint)row.Length),
            SimdPath.Vector128 => Dot128(ref r, ref w, (nuint)row.Length),
            _ => DotScalar(row, wide),
        };
    }

    // Thousands of times in the first request already, which must not wait for a second compilation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot256(ref sbyte row, ref short wide, nuint length)
    {
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < length; i += 32)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref row, i));
            even += Lanes.Pairs(low, Vector256.LoadUnsafe(ref wide, i));
            odd += Lanes.Pairs(high, Vector256.LoadUnsafe(ref wide, i + 16));
        }

        return Vector256.Sum(even + odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot128(ref sbyte row, ref short wide, nuint length)
    {
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, i));
            sum += Lanes.Pairs(low, Vector128.LoadUnsafe(ref wide, i)) + Lanes.Pairs(high, Vector128.LoadUnsafe(ref wide, i + 8));
        }

        return Vector128.Sum(sum);
    }

    private static int DotScalar(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> wide)
    {
        var sum = 0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i] * wide[i];
        }

        return sum;
    }

    private static void Add512(ref sbyte row, int factor, ref int sums, nuint length)
    {
        for (nuint i = 0; i < length; i += 16)
        {
            (Vector512.LoadUnsafe(ref sums, i) + (Lanes.Widen(Vector128.LoadUnsafe(ref row, i)) * factor)).StoreUnsafe(ref sums, i);
        }
    }

    private static void Add256(ref sbyte row, int factor, ref int sums, nuint length)
    {
        for (nuint i = 0; i < length; i += 16)
        {
            var bytes = Vector128.LoadUnsafe(ref row, i);
            var (low, high) = Vector256.Widen(Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)));
            (Vector256.LoadUnsafe(ref sums, i) + (low * factor)).StoreUnsafe(ref sums, i);
            (Vector256.LoadUnsafe(ref sums, i + 8) + (high * factor)).StoreUnsafe(ref sums, i + 8);
        }
    }

    private static void Add128(ref sbyte row, int factor, ref int sums, nuint length)
    {
        for (nuint i = 0; i < length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, i));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            (Vector128.LoadUnsafe(ref sums, i) + (a * factor)).StoreUnsafe(ref sums, i);
            (Vector128.LoadUnsafe(ref sums, i + 4) + (b * factor)).StoreUnsafe(ref sums, i + 4);
            (Vector128.LoadUnsafe(ref sums, i + 8) + (c * factor)).StoreUnsafe(ref sums, i + 8);
            (Vector128.LoadUnsafe(ref sums, i + 12) + (d * factor)).StoreUnsafe(ref sums, i + 12);
        }
    }

    private static void AddScalar(ReadOnlySpan<sbyte> row, int factor, Span<int> sums)
    {
        for (var i = 0; i < row.Length; i++)
        {
            sums[i] += row[i] * factor;
        }
    }
}
