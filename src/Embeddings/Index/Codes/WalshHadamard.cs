using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// The fast Walsh-Hadamard transform, in place and without its scale: log2(n) rounds of (a + b, a - b). Each component is the same tree of
/// additions on every machine, so the result is the same to the last bit.
/// </summary>
internal static class WalshHadamard
{
    /// <param name="values">A power of two of them, at least 8.</param>
    public static void Transform(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += 4)
        {
            Within(Vector128.LoadUnsafe(ref first, i)).StoreUnsafe(ref first, i);
        }

        for (nuint i = 0; i < (nuint)values.Length; i += 8)
        {
            var a = Vector128.LoadUnsafe(ref first, i);
            var b = Vector128.LoadUnsafe(ref first, i + 4);
            (a + b).StoreUnsafe(ref first, i);
            (a - b).StoreUnsafe(ref first, i + 4);
        }

        for (nuint stride = 8; stride < (nuint)values.Length; stride *= 2)
        {
            for (nuint start = 0; start < (nuint)values.Length; start += 2 * stride)
            {
                for (var i = start; i < start + stride; i += 8)
                {
                    var a = Vector256.LoadUnsafe(ref first, i);
                    var b = Vector256.LoadUnsafe(ref first, i + stride);
                    (a + b).StoreUnsafe(ref first, i);
                    (a - b).StoreUnsafe(ref first, i + stride);
                }
            }
        }
    }

    // Strides 1 and 2 in one register: (a, b, c, d) becomes (a + b, a - b, c + d, c - d), and then the same two places apart.
    private static Vector128<float> Within(Vector128<float> x)
    {
        var near = Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2)) + (x * Vector128.Create(1f, -1, 1, -1));
        return Vector128.Shuffle(near, Vector128.Create(2, 3, 0, 1)) + (near * Vector128.Create(1f, 1, -1, -1));
    }
}
