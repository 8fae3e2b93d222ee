using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>
/// Sums of some of a question's rows, widened to 16 bits, each times its factor. In whole numbers, so every instruction set gives the
/// same result to the bit.
/// </summary>
internal static class WideRowSums
{
    /// <summary>Sums rows.</summary>
    /// <param name="path">The instructions to use.</param>
    /// <param name="rows">Rows one behind the other, each as long as <paramref name="sums"/>.</param>
    /// <param name="factors">A factor per row, 0 to 32,767.</param>
    /// <param name="chosen">The places of the rows that are summed.</param>
    /// <param name="sums">Receives the sum; a multiple of 32 components.</param>
    public static void Of(SimdPath path, ReadOnlySpan<short> rows, ReadOnlySpan<int> factors, ReadOnlySpan<byte> chosen, Span<int> sums)
    {
        ref var r = ref MemoryMarshal.GetReference(rows);
        ref var s = ref MemoryMarshal.GetReference(sums);
        var width = (nuint)sums.Length;
        for (nuint at = 0; at < width; at += 32)
        {
            switch (path)
            {
                case SimdPath.Vector512:
                    Sum512(ref r, width, at, factors, chosen, ref s);
                    break;
                case SimdPath.Vector256 when Avx2.IsSupported:
                    Sum256(ref r, width, at, factors, chosen, ref s);
                    break;
                case >= SimdPath.Vector128:
                    Sum128(ref r, width, at, factors, chosen, ref s);
                    break;
                default:
                    SumScalar(rows, (int)at, factors, chosen, sums);
                    break;
            }
        }
    }

    private static void Sum512(ref short rows, nuint width, nuint at, ReadOnlySpan<int> factors, ReadOnlySpan<byte> chosen, ref int sums)
    {
        Vector512<int> low = default, high = default;
        foreach (var row in chosen)
        {
            low += Lanes.Widen(Vector256.LoadUnsafe(ref rows, (row * width) + at)) * factors[row];
            high += Lanes.Widen(Vector256.LoadUnsafe(ref rows, (row * width) + at + 16)) * factors[row];
        }

        low.StoreUnsafe(ref sums, at);
        high.StoreUnsafe(ref sums, at + 16);
    }

    // Two rows at a time: their components side by side, multiplied by the two factors and added in one instruction.
    private static void Sum256(ref short rows, nuint width, nuint at, ReadOnlySpan<int> factors, ReadOnlySpan<byte> chosen, ref int sums)
    {
        Vector256<int> a = default, b = default, c = default, d = default;
        for (var i = 0; i < chosen.Length; i += 2)
        {
            var isPair = i + 1 < chosen.Length;
            var (one, two) = (chosen[i], isPair ? chosen[i + 1] : chosen[i]);
            var times = Vector256.Create(factors[one] | (isPair ? factors[two] << 16 : 0)).AsInt16();
            var x = Vector256.LoadUnsafe(ref rows, (one * width) + at);
            var y = Vector256.LoadUnsafe(ref rows, (two * width) + at);
            a += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(x, y), times);
            b += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(x, y), times);
            x = Vector256.LoadUnsafe(ref rows, (one * width) + at + 16);
            y = Vector256.LoadUnsafe(ref rows, (two * width) + at + 16);
            c += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(x, y), times);
            d += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(x, y), times);
        }

        Avx2.Permute2x128(a, b, 0x20).StoreUnsafe(ref sums, at);
        Avx2.Permute2x128(a, b, 0x31).StoreUnsafe(ref sums, at + 8);
        Avx2.Permute2x128(c, d, 0x20).StoreUnsafe(ref sums, at + 16);
        Avx2.Permute2x128(c, d, 0x31).StoreUnsafe(ref sums, at + 24);
    }

    private static void Sum128(ref short rows, nuint width, nuint at, ReadOnlySpan<int> factors, ReadOnlySpan<byte> chosen, ref int sums)
    {
        for (var i = at; i < at + 32; i += 8)
        {
            Vector128<int> low = default, high = default;
            foreach (var row in chosen)
            {
                var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref rows, (row * width) + i));
                low += a * factors[row];
                high += b * factors[row];
            }

            low.StoreUnsafe(ref sums, i);
            high.StoreUnsafe(ref sums, i + 4);
        }
    }

    private static void SumScalar(ReadOnlySpan<short> rows, int at, ReadOnlySpan<int> factors, ReadOnlySpan<byte> chosen, Span<int> sums)
    {
        sums.Slice(at, 32).Clear();
        foreach (var row in chosen)
        {
            for (var i = at; i < at + 32; i++)
            {
                sums[i] += rows[(row * sums.Length) + i] * factors[row];
            }
        }
    }
}
