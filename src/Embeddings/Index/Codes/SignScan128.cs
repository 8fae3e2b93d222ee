using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>The scan of sign codes in registers of 128 bits, on x64 without AVX2 and on Arm: 16 rows at a time.</summary>
internal static class SignScan128
{
    public static uint Group(ref byte coarse, ref byte fine, int planes, ref byte tables, nuint bytes, ushort threshold) =>
        Half(ref coarse, ref fine, planes, ref tables, bytes, threshold, 0)
        | (Half(ref coarse, ref fine, planes, ref tables, bytes, threshold, 32) << 16);

    private static uint Half(ref byte coarse, ref byte fine, int planes, ref byte tables, nuint bytes, ushort threshold, nuint half)
    {
        var mask = Vector128.Create((byte)15);
        var all = Vector128<ushort>.Zero;
        var odd = Vector128<ushort>.Zero;
        for (var plane = 0; plane < planes; plane++)
        {
            ref var codes = ref plane == 0 ? ref coarse : ref fine;
            (all, odd) = (all + all, odd + odd);
            for (nuint at = 0; at < bytes; at += SignLayout.PairBytes)
            {
                for (nuint second = 0; second < 32; second += 16)
                {
                    var rows = Vector128.LoadUnsafe(ref codes, at + half + second);
                    var low = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref tables, at + second), rows & mask);
                    var high = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref tables, at + 32 + second), rows >>> 4);
                    var sum = (low + high).AsUInt16();
                    all += sum;
                    odd += sum >>> 8;
                }
            }
        }

        var least = Vector128.Create(threshold);
        return Vector128.ConditionalSelect(
            Vector128.Create((ushort)0x00FF),
            Vector128.GreaterThanOrEqual(all - (odd << 8), least),
            Vector128.GreaterThanOrEqual(odd, least)).AsByte().ExtractMostSignificantBits();
    }
}
