using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parsimony.Embeddings;

/// <summary>The width of instructions that a scan uses. All of them give the same bits; tests compare them on every machine.</summary>
internal enum SimdPath
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

/// <summary>Chooses the widest instructions that this machine has.</summary>
internal static class SimdPaths
{
    public static SimdPath Best { get; } =
        Vector512.IsHardwareAccelerated && Avx512BW.IsSupported ? SimdPath.Vector512
        : Avx2.IsSupported ? SimdPath.Vector256
        : Vector128.IsHardwareAccelerated ? SimdPath.Vector128
        : SimdPath.Scalar;
}
