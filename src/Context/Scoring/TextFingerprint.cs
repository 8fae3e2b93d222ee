using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Parsimony.Context;

/// <summary>
/// A 128-bit hash of a text, to remember what was computed for it without keeping the text. Keyed anew in each process, so that nobody
/// can prepare two texts that share one; it is no value to store.
/// </summary>
internal static class TextFingerprint
{
    private static readonly ulong[] Secret = NewSecret();

    public static UInt128 Of(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var low = Secret[0] ^ (ulong)bytes.Length;
        var high = Secret[1];
        while (bytes.Length >= 2 * sizeof(ulong))
        {
            var first = MemoryMarshal.Read<ulong>(bytes);
            var second = MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]);
            low = Fold(low ^ first ^ Secret[2], second ^ Secret[3]);
            high = Fold(high ^ second ^ Secret[4], first ^ Secret[5]) + low;
            bytes = bytes[(2 * sizeof(ulong))..];
        }

        Span<byte> tail = stackalloc byte[2 * sizeof(ulong)];
        tail.Clear();
        bytes.CopyTo(tail);
        var a = MemoryMarshal.Read<ulong>(tail);
        var b = MemoryMarshal.Read<ulong>(tail[sizeof(ulong)..]);
        low = Fold(low ^ a ^ Secret[6], b ^ Secret[2]);
        high = Fold(high ^ b ^ Secret[7], a ^ Secret[3] ^ low);
        return new UInt128(Fold(high, Secret[4] ^ low), Fold(low, Secret[5] ^ high));
    }

    // The 128-bit product folded to 64 bits mixes every input bit into the result (the step of the mum and wy hashes).
    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static ulong[] NewSecret()
    {
        var secret = new ulong[8];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(secret.AsSpan()));
        for (var i = 0; i < secret.Length; i++)
        {
            secret[i] |= 1;
        }

        return secret;
    }
}
