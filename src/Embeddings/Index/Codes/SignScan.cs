using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>Adds up the look-ups of every row and tells which rows reach a threshold. All paths give the same bits.</summary>
internal static class SignScan
{
    /// <param name="path">The instructions to use.</param>
    /// <param name="coarse">The coarse plane of whole groups of 32 rows.</param>
    /// <param name="fine">The fine plane, as long; empty where the coarse one is read alone.</param>
    /// <param name="tables">The query's tables.</param>
    /// <param name="threshold">The least sum that counts; with both planes, of twice the coarse sum and the fine one.</param>
    /// <param name="reached">Receives a bit a row, 32 rows a number; as many numbers as there are groups.</param>
    public static void Run(
        SimdPath path, ReadOnlySpan<byte> coarse, ReadOnlySpan<byte> fine, ReadOnlySpan<byte> tables, ushort threshold, Span<uint> reached)
    {
        ref var t = ref MemoryMarshal.GetReference(tables);
        var bytes = tables.Length;
        for (var group = 0; group < reached.Length; group++)
        {
            var here = coarse.Slice(group * bytes, bytes);
            var there = fine.IsEmpty ? here : fine.Slice(group * bytes, bytes);
            ref var c = ref MemoryMarshal.GetReference(here);
            ref var f = ref MemoryMarshal.GetReference(there);
            var planes = fine.IsEmpty ? 1 : 2;
            reached[group] = path switch
            {
                SimdPath.Vector512 => SignScan512.Group(ref c, ref f, planes, ref t, (nuint)bytes, threshold),
                SimdPath.Vector256 when Avx2.IsSupported => SignScan256.Group(ref c, ref f, planes, ref t, (nuint)bytes, threshold),
                SimdPath.Scalar => SignScanScalar.Group(here, there, planes, tables, threshold),
                _ => SignScan128.Group(ref c, ref f, planes, ref t, (nuint)bytes, threshold),
            };
        }
    }
}
