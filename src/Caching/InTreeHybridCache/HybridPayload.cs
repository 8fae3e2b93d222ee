using System.Buffers;
using System.Text;

namespace Parsimony.Caching;

/// <summary>The bytes that the in-tree cache gives to the second tier: a mark, times, tags, the key they belong to, the value.</summary>
internal static class HybridPayload
{
    private const ushort Mark = 0x5001;

    public static ReadOnlySequence<byte> Write(string key, long created, long expires, IReadOnlyCollection<string> tags, ReadOnlySpan<byte> value)
    {
        using var stream = new MemoryStream(value.Length + 128);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(created);
        writer.Write(expires);
        writer.Write(key);
        writer.Write7BitEncodedInt(tags.Count);
        foreach (var tag in tags)
        {
            writer.Write(tag);
        }

        writer.Write(value);
        return new(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> for anything else, or for another key.</summary>
    public static (long Created, long Expires, string[] Tags, ReadOnlyMemory<byte> Value)? Read(byte[] bytes, string key)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            if (reader.ReadUInt16() != Mark)
            {
                return null;
            }

            var (created, expires) = (reader.ReadInt64(), reader.ReadInt64());
            if (reader.ReadString() != key || reader.Read7BitEncodedInt() is not (>= 0 and var count) || count > bytes.Length)
            {
                return null;
            }

            var tags = new string[count];
            for (var i = 0; i < count; i++)
            {
                tags[i] = reader.ReadString();
            }

            return (created, expires, tags, bytes.AsMemory((int)stream.Position));
        }
        catch (Exception fault) when (fault is IOException or FormatException)
        {
            return null;
        }
    }
}
