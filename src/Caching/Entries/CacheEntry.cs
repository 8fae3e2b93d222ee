using System.Buffers.Binary;
using System.Text;

namespace Parsimony.Caching;

/// <summary>
/// An entry read from a tier: checked as a whole, taken apart only as far as someone asks. A hit needs neither the question nor the
/// embedding, so they stay bytes.
/// </summary>
internal sealed class CacheEntry
{
    private readonly ReadOnlyMemory<byte> payload;
    private readonly Range question;
    private readonly Range tags;
    private readonly Range model;
    private readonly Range embedding;

    private CacheEntry(ReadOnlyMemory<byte> payload, in Ranges ranges)
    {
        this.payload = payload;
        (question, tags, model, embedding) = (ranges.Question, ranges.Tags, ranges.Model, ranges.Embedding);
        Answer = payload[ranges.Answer];
        var body = payload.Span[EntryFormat.BodyAt..];
        Id = new EntryId(CacheDigest.From(body), BinaryPrimitives.ReadUInt32LittleEndian(body[32..]));
        Partition = CacheDigest.From(body[36..]);
        CreatedTicks = BinaryPrimitives.ReadInt64LittleEndian(body[68..]);
        ExpiresTicks = BinaryPrimitives.ReadInt64LittleEndian(body[76..]);
        InputTokens = BinaryPrimitives.ReadInt64LittleEndian(body[84..]);
        OutputTokens = BinaryPrimitives.ReadInt64LittleEndian(body[92..]);
        SameAnswer = body[100] != 0;
        Codec = (AnswerCodec)payload.Span[3];
    }

    public EntryId Id { get; }

    public CacheDigest Partition { get; }

    public long CreatedTicks { get; }

    public long ExpiresTicks { get; }

    public long InputTokens { get; }

    public long OutputTokens { get; }

    public bool SameAnswer { get; }

    public AnswerCodec Codec { get; }

    public ReadOnlyMemory<byte> Answer { get; }

    public string Question => Encoding.UTF8.GetString(payload.Span[question]);

    public string EmbeddingModel => Encoding.UTF8.GetString(payload.Span[model]);

    public IReadOnlyList<string> Tags
    {
        get
        {
            var bytes = payload.Span[tags];
            var list = new List<string>();
            while (bytes.Length > 0)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
                list.Add(Encoding.UTF8.GetString(bytes.Slice(sizeof(int), length)));
                bytes = bytes[(sizeof(int) + length)..];
            }

            return list;
        }
    }

    public float[] Embedding
    {
        get
        {
            var bytes = payload.Span[embedding];
            var vector = new float[bytes.Length / sizeof(float)];
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            }

            return vector;
        }
    }

    /// <summary>Reads an entry; <see langword="null"/> where the bytes are damaged or of a format that this version does not know. It never throws.</summary>
    public static CacheEntry? TryRead(ReadOnlyMemory<byte> payload)
    {
        var bytes = payload.Span;
        if (bytes.Length < EntryFormat.VariableAt
            || !bytes.StartsWith(EntryFormat.Magic)
            || bytes[2] != EntryFormat.Version
            || bytes[3] is not ((byte)AnswerCodec.Text or (byte)AnswerCodec.Json)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[EntryFormat.ChecksumAt..]) != EntryWriter.Checksum(bytes))
        {
            return null;
        }

        return Ranges.TryFind(bytes, out var ranges) ? new CacheEntry(payload, ranges) : null;
    }

    private struct Ranges
    {
        public Range Question;
        public Range Tags;
        public Range Model;
        public Range Embedding;
        public Range Answer;

        // A checksum can be right by chance, or made by someone: every length is checked all the same.
        public static bool TryFind(ReadOnlySpan<byte> bytes, out Ranges ranges)
        {
            ranges = default;
            var at = EntryFormat.VariableAt;
            if (!Block(bytes, ref at, 1, out ranges.Question) || !Number(bytes, ref at, out var count))
            {
                return false;
            }

            var first = at;
            for (; count > 0; count--)
            {
                if (!Block(bytes, ref at, 1, out _))
                {
                    return false;
                }
            }

            ranges.Tags = first..at;
            return Block(bytes, ref at, 1, out ranges.Model)
                && Block(bytes, ref at, sizeof(float), out ranges.Embedding)
                && Block(bytes, ref at, 1, out ranges.Answer)
                && at == bytes.Length;
        }

        private static bool Number(ReadOnlySpan<byte> bytes, ref int at, out int number)
        {
            number = 0;
            if (bytes.Length - at < sizeof(int))
            {
                return false;
            }

            number = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            at += sizeof(int);
            return number >= 0;
        }

        private static bool Block(ReadOnlySpan<byte> bytes, ref int at, int width, out Range range)
        {
            range = default;
            if (!Number(bytes, ref at, out var count) || (long)count * width > bytes.Length - at)
            {
                return false;
            }

            range = at..(at + (count * width));
            at += count * width;
            return true;
        }
    }
}
