using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>The scan of sign codes in registers of 512 bits: 32 rows and two code bytes at a time.</summary>
internal static class SignScan512
{
    public static uint Group(ref byte coarse, ref byte fine, int planes, ref byte tables, nuint bytes, ushort threshold)
    {
        var mask = Vector512.Create((byte)15);
        var all = Vector512<ushort>.Zero;
        var odd = Vector512<ushort>.Zero;
        for (var plane = 0; plane < planes; plane++)
        {
            ref var codes = ref plane == 0 ? ref coarse : ref fine;
            (all, odd) = (all + all, odd + odd);
            for (nuint at = 0; at < bytes; at += SignLayout.PairBytes)
            {
                var low = Twice(Vector256.LoadUnsafe(ref tables, at));
                var high = Twice(Vector256.LoadUnsafe(ref tables, at + 32));
                var rows = Vector512.LoadUnsafe(ref codes, at);
                var sum = (Lookup(low, rows & mask) + Lookup(high, (rows.AsUInt16() >>> 4).AsByte() & mask)).AsUInt16();
                all += sum;
                odd += sum >>> 8;
            }
        }

        var least = Vector256.Create(threshold);
        return Vector256.ConditionalSelect(
            Vector256.Create((ushort)0x00FF),
            Vector256.GreaterThanOrEqual(Join(all - (odd << 8)), least),
            Vector256.GreaterThanOrEqual(Join(odd), least)).AsByte().ExtractMostSignificantBits();
    }

    private static Vector512<byte> Twice(Vector256<byte> tables) => Vector512.Create(tables, tables);

    // Each 128 bits have a table of their own. Without the instruction the same is put together from halves, so that any machine can test this path.
    private static Vector512<byte> Lookup(Vector512<byte> tables, Vector512<byte> indices) => Avx512BW.IsSupported
        ? Avx512BW.Shuffle(tables, indices)
        : Vector512.Create(Lookup(tables.GetLower(), indices.GetLower()), Lookup(tables.GetUpper(), indices.GetUpper()));

    private static Vector256<byte> Lookup(Vector256<byte> tables, Vector256<byte> indices) => Vector256.Create(
        Vector128.ShuffleNative(tables.GetLower(), indices.GetLower()), Vector128.ShuffleNative(tables.GetUpper(), indices.GetUpper()));

    private static Vector256<ushort> Join(Vector512<ushort> sums)
    {
        var (first, second) = (sums.GetLower(), sums.GetUpper());
        return Vector256.Create(first.GetLower() + first.GetUpper(), second.GetLower() + second.GetUpper());
    }
}
