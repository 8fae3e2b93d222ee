using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Parsimony.Caching;

/// <summary>CRC-32C (Castagnoli), by the processor's own instruction where there is one, eight bytes at a step.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(uint.MaxValue, bytes);

    /// <summary>The checksum of an entry's bytes under a key: bytes that belong to another key do not match.</summary>
    public static uint Of(string key, ReadOnlySpan<byte> bytes) =>
        ~Append(Append(uint.MaxValue, MemoryMarshal.AsBytes(key.AsSpan())), bytes);

    private static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
