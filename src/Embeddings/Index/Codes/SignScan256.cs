using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>The scan of sign codes in registers of 256 bits: 16 rows and two code bytes at a time.</summary>
internal static class SignScan256
{
    public static uint Group(ref byte coarse, ref byte fine, int planes, ref byte tables, nuint bytes, ushort threshold)
    {
        var mask = Vector256.Create((byte)15);
        var (all0, odd0, all1, odd1) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero, Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        for (var plane = 0; plane < planes; plane++)
        {
            ref var codes = ref plane == 0 ? ref coarse : ref fine;
            (all0, odd0, all1, odd1) = (all0 + all0, odd0 + odd0, all1 + all1, odd1 + odd1);
            for (nuint at = 0; at < bytes; at += SignLayout.PairBytes)
            {
                var low = Vector256.LoadUnsafe(ref tables, at);
                var high = Vector256.LoadUnsafe(ref tables, at + 32);
                var rows = Vector256.LoadUnsafe(ref codes, at);
                var sum = (Avx2.Shuffle(low, rows & mask) + Avx2.Shuffle(high, Upper(rows) & mask)).AsUInt16();

                // 16 bits hold the sums of two rows: the odd row's exactly, and both together modulo 2^16.
                all0 += sum;
                odd0 += sum >>> 8;
                rows = Vector256.LoadUnsafe(ref codes, at + 32);
                sum = (Avx2.Shuffle(low, rows & mask) + Avx2.Shuffle(high, Upper(rows) & mask)).AsUInt16();
                all1 += sum;
                odd1 += sum >>> 8;
            }
        }

        var even = Join(all0 - (odd0 << 8), all1 - (odd1 << 8));
        var odd = Join(odd0, odd1);
        var least = Vector256.Create(threshold);
        return Vector256.ConditionalSelect(
            Vector256.Create((ushort)0x00FF),
            Vector256.GreaterThanOrEqual(even, least),
            Vector256.GreaterThanOrEqual(odd, least)).AsByte().ExtractMostSignificantBits();
    }

    private static Vector256<byte> Upper(Vector256<byte> rows) => (rows.AsUInt16() >>> 4).AsByte();

    // The two halves of a register hold the sums over the first and over the second byte of each pair.
    private static Vector256<ushort> Join(Vector256<ushort> rows0, Vector256<ushort> rows16) =>
        Vector256.Create(rows0.GetLower() + rows0.GetUpper(), rows16.GetLower() + rows16.GetUpper());
}
