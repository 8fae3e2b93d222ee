using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Caching.Tests;

public class EntryCompressionTests
{
    [Fact]
    public void Whatever_goes_in_comes_out_again()
    {
        Prop.ForAll<byte[], int>((bytes, threshold) =>
        {
            var value = Enumerable.Repeat(bytes, 10).SelectMany(static b => b).ToArray();
            var encoded = EntryCompression.Encode(Row(value), true, threshold);

            Assert.True(encoded.Value.Length <= value.Length);
            Assert.Equal(value, EntryCompression.Decode(encoded)!.Value.ToArray());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_becomes_smaller_and_noise_stays_as_it_is()
    {
        var text = EntryCompression.Encode(Row(new byte[5000]), true, 256);
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);

        Assert.Equal(EntryCompression.Brotli, text.Codec);
        Assert.True(text.Value.Length < 100);
        Assert.Equal(EntryCompression.Stored, EntryCompression.Encode(Row(noise), true, 256).Codec);
    }

    [Fact]
    public void Below_the_threshold_or_switched_off_nothing_is_compressed()
    {
        Assert.Equal(EntryCompression.Stored, EntryCompression.Encode(Row(new byte[255]), true, 256).Codec);
        Assert.Equal(EntryCompression.Stored, EntryCompression.Encode(Row(new byte[5000]), false, 256).Codec);
    }

    [Fact]
    public void Damaged_bytes_and_codecs_of_the_future_are_told_not_thrown()
    {
        var encoded = EntryCompression.Encode(Row(new byte[5000]), true, 256);

        Assert.Null(EntryCompression.Decode(encoded with { Value = encoded.Value[..(encoded.Value.Length / 2)] }));
        Assert.Null(EntryCompression.Decode(encoded with { RawLength = 4999 }));
        Assert.Null(EntryCompression.Decode(encoded with { RawLength = int.MaxValue }));
        Assert.Null(EntryCompression.Decode(encoded with { RawLength = -1 }));
        Assert.Null(EntryCompression.Decode(encoded with { Codec = 99 }));
    }

    private static DiskRow Row(byte[] value) => new("k", value, long.MaxValue, []);
}
