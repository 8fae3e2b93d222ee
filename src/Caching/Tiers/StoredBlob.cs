using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace Parsimony.Caching;

/// <summary>
/// An entry in the envelope that every tier keeps: when it ends and was made, its tags, a checksum, the payload. What
/// <c>HybridCache</c> keeps beside it is not enough: it has no checksum, and it loses the tags of what it copies into memory.
/// </summary>
/// <remarks>Layout: version (1 byte), checksum of the rest (4), expires (8), created (8), tags (varint count, then strings), payload.</remarks>
[ImmutableObject(true)]
internal sealed class StoredBlob
{
    private const byte Version = 1;
    private const int ChecksumAt = 1;
    private const int Header = 1 + sizeof(uint);

    private StoredBlob(ReadOnlyMemory<byte> bytes, long expires, long created, string[] tags, int payloadAt)
    {
        Bytes = bytes;
        Expires = expires;
        Created = created;
        Tags = tags;
        Payload = bytes[payloadAt..];
    }

    /// <summary>Gets the stand-in for bytes that are no envelope.</summary>
    public static StoredBlob Unreadable { get; } = new(ReadOnlyMemory<byte>.Empty, 0, 0, [], 0);

    /// <summary>Gets the whole envelope.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets when the entry ends, in UTC ticks.</summary>
    public long Expires { get; }

    /// <summary>Gets when the entry was made, in UTC ticks.</summary>
    public long Created { get; }

    public IReadOnlyList<string> Tags { get; }

    public ReadOnlyMemory<byte> Payload { get; }

    public static StoredBlob Create(string key, ReadOnlyMemory<byte> payload, long expires, long created, IReadOnlyCollection<string> tags)
    {
        using var stream = new MemoryStream(payload.Length + 64);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(0u);
        writer.Write(expires);
        writer.Write(created);
        writer.Write7BitEncodedInt(tags.Count);
        foreach (var tag in tags)
        {
            writer.Write(tag);
        }

        var payloadAt = (int)stream.Position;
        writer.Write(payload.Span);
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Crc32C.Of(key, bytes.AsSpan(Header)));
        return new(bytes, expires, created, [.. tags], payloadAt);
    }

    /// <summary>Reads an envelope; <see cref="Unreadable"/> when it is none. The checksum needs the key: see <see cref="IsIntact"/>.</summary>
    public static StoredBlob Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            if (reader.ReadByte() != Version)
            {
                return Unreadable;
            }

            _ = reader.ReadUInt32();
            var expires = reader.ReadInt64();
            var created = reader.ReadInt64();
            var count = reader.Read7BitEncodedInt();
            if (count < 0 || count > bytes.Length)
            {
                return Unreadable;
            }

            var tags = new string[count];
            for (var i = 0; i < count; i++)
            {
                tags[i] = reader.ReadString();
            }

            return new(bytes, expires, created, tags, (int)stream.Position);
        }
        catch (Exception fault) when (fault is IOException or FormatException or ArgumentException)
        {
            return Unreadable;
        }
    }

    /// <summary>Whether the bytes are the ones that were written under this key.</summary>
    public bool IsIntact(string key) =>
        Bytes.Length > Header && BinaryPrimitives.ReadUInt32LittleEndian(Bytes.Span[ChecksumAt..]) == Crc32C.Of(key, Bytes.Span[Header..]);
}
