using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>
/// The few operations on whole numbers that .NET offers for some instruction sets only. Where a machine has no instruction for one, it is
/// put together from others with the same result, so that every path can be run, and tested, on every machine.
/// </summary>
internal static class Lanes
{
    /// <summary>Multiplies 16-bit numbers and adds each product to its neighbour's.</summary>
    public static Vector128<int> Pairs(Vector128<short> left, Vector128<short> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(left, right);
        }

        var (l, r) = (left.AsInt32(), right.AsInt32());
        return (((l << 16) >> 16) * ((r << 16) >> 16)) + ((l >> 16) * (r >> 16));
    }

    /// <inheritdoc cref="Pairs(Vector128{short}, Vector128{short})"/>
    public static Vector256<int> Pairs(Vector256<short> left, Vector256<short> right) =>
        Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(left, right)
            : Vector256.Create(Pairs(left.GetLower(), right.GetLower()), Pairs(left.GetUpper(), right.GetUpper()));

    /// <inheritdoc cref="Pairs(Vector128{short}, Vector128{short})"/>
    public static Vector512<int> Pairs(Vector512<short> left, Vector512<short> right) =>
        Avx512BW.IsSupported
            ? Avx512BW.MultiplyAddAdjacent(left, right)
            : Vector512.Create(Pairs(left.GetLower(), right.GetLower()), Pairs(left.GetUpper(), right.GetUpper()));

    /// <summary>Widens 8-bit numbers to 32 bits.</summary>
    public static Vector512<int> Widen(Vector128<sbyte> bytes) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(bytes) : Widen(Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)));

    /// <summary>Widens 16-bit numbers to 32 bits.</summary>
    public static Vector512<int> Widen(Vector256<short> shorts) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Int32(shorts)
            : Vector512.Create(Vector256.WidenLower(shorts), Vector256.WidenUpper(shorts));

    /// <summary>Multiplies every other 32-bit number, the first of each two, into 64 bits.</summary>
    public static Vector256<long> Even(Vector256<int> left, Vector256<int> right) =>
        Avx2.IsSupported ? Avx2.Multiply(left, right) : ((left.AsInt64() << 32) >> 32) * ((right.AsInt64() << 32) >> 32);

    /// <inheritdoc cref="Even(Vector256{int}, Vector256{int})"/>
    public static Vector512<long> Even(Vector512<int> left, Vector512<int> right) =>
        Avx512F.IsSupported
            ? Avx512F.Multiply(left, right)
            : Vector512.Create(Even(left.GetLower(), right.GetLower()), Even(left.GetUpper(), right.GetUpper()));

    /// <summary>The four sums of four vectors.</summary>
    public static Vector128<int> Sums(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        if (Avx2.IsSupported)
        {
            var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
            return sums.GetLower() + sums.GetUpper();
        }

        return Vector128.Create(Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));
    }
}
