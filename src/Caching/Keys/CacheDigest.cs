using System.Buffers;
using System.Runtime.InteropServices;

namespace Parsimony.Caching;

/// <summary>A SHA-256 digest as a value: no allocation until someone wants its text.</summary>
internal readonly record struct CacheDigest(UInt128 High, UInt128 Low)
{
    public const int Size = 32;

    public static CacheDigest From(ReadOnlySpan<byte> digest) =>
        new(MemoryMarshal.Read<UInt128>(digest), MemoryMarshal.Read<UInt128>(digest[16..]));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CacheDigest digest)
    {
        digest = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != 2 * Size || Convert.FromHexString(text, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        digest = From(bytes);
        return true;
    }

    public void CopyTo(Span<byte> destination)
    {
        MemoryMarshal.Write(destination, High);
        MemoryMarshal.Write(destination[16..], Low);
    }

    public override int GetHashCode() => (int)(uint)High;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
