using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parsimony.Caching;

/// <summary>
/// Collects the fields of a key in one buffer and hashes them at once: cheaper than many small updates of a hash. One writer per
/// thread is reused, so that making a key allocates nothing.
/// </summary>
internal sealed class KeyWriter
{
    private const int Header = 1 + sizeof(int);
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static KeyWriter? cached;

    private byte[] buffer = new byte[4096];
    private int length;

    /// <summary>Gets a value indicating whether everything so far could be read. What cannot be read is never part of a key: the call is not cacheable.</summary>
    public bool Readable { get; private set; } = true;

    public static KeyWriter Rent()
    {
        var writer = cached ?? new KeyWriter();
        cached = null;
        writer.length = 0;
        writer.Readable = true;
        return writer;
    }

    public void Return()
    {
        // The buffer held a prompt: a large one is not kept for the life of the thread.
        if (buffer.Length <= LargestKept)
        {
            cached = this;
        }
    }

    public void Unreadable() => Readable = false;

    public void Reset() => length = 0;

    public void Mark(KeyField field) => Start(field, 0);

    public void Text(KeyField field, ReadOnlySpan<char> text)
    {
        Ensure(Header + Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + Header));
        buffer[length] = (byte)field;
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length + 1), written);
        length += Header + written;
    }

    /// <summary>Writes a text that may be absent; an absent one leaves no trace, an empty one does.</summary>
    public void Optional(KeyField field, string? text)
    {
        if (text is not null)
        {
            Text(field, text);
        }
    }

    public void Bytes(KeyField field, ReadOnlySpan<byte> bytes)
    {
        Start(field, bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    public void Number(KeyField field, long number)
    {
        Start(field, sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), number);
        length += sizeof(long);
    }

    public void Optional(KeyField field, long? number)
    {
        if (number is { } value)
        {
            Number(field, value);
        }
    }

    public void Optional(KeyField field, double? number)
    {
        if (number is { } value)
        {
            Number(field, BitConverter.DoubleToInt64Bits(value));
        }
    }

    public void Digest(KeyField field, CacheDigest digest)
    {
        Start(field, CacheDigest.Size);
        digest.CopyTo(buffer.AsSpan(length));
        length += CacheDigest.Size;
    }

    public CacheDigest ToDigest()
    {
        Span<byte> digest = stackalloc byte[CacheDigest.Size];
        SHA256.HashData(buffer.AsSpan(0, length), digest);
        return CacheDigest.From(digest);
    }

    private void Start(KeyField field, int size)
    {
        Ensure(Header + size);
        buffer[length] = (byte)field;
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length + 1), size);
        length += Header;
    }

    private void Ensure(int more)
    {
        if (buffer.Length - length < more)
        {
            Array.Resize(ref buffer, Math.Max(checked(length + more), buffer.Length * 2));
        }
    }
}
