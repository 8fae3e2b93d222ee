using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Caching.Tests.Entries;

public sealed class CacheEntryTests
{
    private static readonly EntryContent Sample = new()
    {
        Id = new EntryId(new CacheDigest(1, 2), 3),
        Partition = new CacheDigest(4, 5),
        CreatedTicks = 6,
        ExpiresTicks = 7,
        Question = "How?",
        Tags = ["a", "b"],
        SameAnswer = true,
        EmbeddingModel = "m",
        Embedding = new float[] { 1, -2.5f },
        Codec = AnswerCodec.Text,
        Answer = new byte[] { 1, 2, 3 },
    };

    [Fact]
    public void Whatever_is_written_is_read_back()
    {
        Prop.ForAll(Contents().ToArbitrary(), written =>
        {
            var read = CacheEntry.TryRead(EntryWriter.Write(written))!;
            return (read.Id, read.Partition, read.CreatedTicks, read.ExpiresTicks, read.InputTokens, read.OutputTokens, read.SameAnswer, read.Codec)
                    == (written.Id, written.Partition, written.CreatedTicks, written.ExpiresTicks, written.InputTokens, written.OutputTokens, written.SameAnswer, written.Codec)
                && read.Question == Encoded(written.Question)
                && read.Tags.SequenceEqual(written.Tags.Select(Encoded))
                && read.EmbeddingModel == Encoded(written.EmbeddingModel)
                && read.Embedding.Select(BitConverter.SingleToInt32Bits).SequenceEqual(written.Embedding.ToArray().Select(BitConverter.SingleToInt32Bits))
                && read.Answer.Span.SequenceEqual(written.Answer.Span);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var bytes = EntryWriter.Write(Sample);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(CacheEntry.TryRead(damaged));
        }
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        var bytes = EntryWriter.Write(Sample);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(CacheEntry.TryRead(bytes.AsMemory(0, length))));
        Assert.Null(CacheEntry.TryRead(bytes.Append((byte)0).ToArray()));
    }

    [Fact]
    public void Arbitrary_bytes_are_no_entry_and_do_not_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => CacheEntry.TryRead((byte[])["PC"u8[0], "PC"u8[1], 1, 1, .. bytes]) is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_entry_id_is_read_back_and_nothing_else_is()
    {
        var id = new EntryId(new CacheDigest(UInt128.MaxValue, 1), 0xABCDEF);

        Assert.True(EntryId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.All(
            new[] { null, "", "x", id.ToString()[1..], id.ToString() + "0", new string('g', 64) + "-00000001", id.ToString().Replace('-', '_') },
            text => Assert.False(EntryId.TryParse(text, out _)));
    }

    // What UTF-8 cannot hold (a lone surrogate) is replaced on the way.
    private static string Encoded(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Gen<EntryContent> Contents() =>
        from question in ArbMap.Default.GeneratorFor<string>()
        from tags in ArbMap.Default.GeneratorFor<string[]>()
        from embedding in ArbMap.Default.GeneratorFor<float[]>()
        from answer in ArbMap.Default.GeneratorFor<byte[]>()
        from numbers in ArbMap.Default.GeneratorFor<long>().ArrayOf(4)
        from flag in ArbMap.Default.GeneratorFor<bool>()
        select Sample with
        {
            Id = new EntryId(new CacheDigest((UInt128)(ulong)numbers[0], 9), (uint)numbers[1]),
            CreatedTicks = numbers[2],
            ExpiresTicks = numbers[3],
            InputTokens = numbers[0],
            OutputTokens = numbers[1],
            Question = question ?? "",
            Tags = [.. tags.Select(t => t ?? "")],
            EmbeddingModel = question ?? "",
            Embedding = embedding,
            SameAnswer = flag,
            Codec = flag ? AnswerCodec.Json : AnswerCodec.Text,
            Answer = answer,
        };
}
