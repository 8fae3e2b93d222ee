using System.Buffers.Binary;
using System.Text;

namespace Parsimony.Caching;

/// <summary>Writes an entry as bytes.</summary>
internal static class EntryWriter
{
    public static byte[] Write(EntryContent entry)
    {
        using var stream = new MemoryStream(EntryFormat.VariableAt + entry.Answer.Length + (2 * entry.Question.Length) + (4 * entry.Embedding.Length) + 64);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(EntryFormat.Magic);
        writer.Write(EntryFormat.Version);
        writer.Write((byte)entry.Codec);
        writer.Write(0u);
        Write(writer, entry.Id.Key);
        writer.Write(entry.Id.Number);
        Write(writer, entry.Partition);
        writer.Write(entry.CreatedTicks);
        writer.Write(entry.ExpiresTicks);
        writer.Write(entry.InputTokens);
        writer.Write(entry.OutputTokens);
        writer.Write(entry.SameAnswer);
        Write(writer, Encoding.UTF8.GetBytes(entry.Question));
        writer.Write(entry.Tags.Count);
        foreach (var tag in entry.Tags)
        {
            Write(writer, Encoding.UTF8.GetBytes(tag));
        }

        Write(writer, Encoding.UTF8.GetBytes(entry.EmbeddingModel));
        writer.Write(entry.Embedding.Length);
        foreach (var component in entry.Embedding.Span)
        {
            writer.Write(component);
        }

        Write(writer, entry.Answer.Span);
        writer.Flush();
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(EntryFormat.ChecksumAt), Checksum(bytes));
        return bytes;
    }

    /// <summary>The checksum covers the head too: a changed codec number must not send the answer to the wrong reader.</summary>
    public static uint Checksum(ReadOnlySpan<byte> entry) =>
        Crc32C.Of(entry[EntryFormat.BodyAt..]) ^ (entry[2] | ((uint)entry[3] << 8));

    private static void Write(BinaryWriter writer, CacheDigest digest)
    {
        Span<byte> bytes = stackalloc byte[CacheDigest.Size];
        digest.CopyTo(bytes);
        writer.Write(bytes);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
