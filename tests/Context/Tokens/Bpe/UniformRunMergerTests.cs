namespace Parsimony.Context.Tests;

public class UniformRunMergerTests
{
    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void It_joins_as_the_long_merger_does(string name)
    {
        var vocabulary = RankTables.Load(name);
        var uniform = new UniformRunMerger(vocabulary);
        var other = new LongPieceMerger(vocabulary);
        var random = new Random(6);
        for (var unit = 0; unit < 256; unit++)
        {
            foreach (var repeats in new[] { 1, 2, 3, 127, 128, 129, random.Next(4, 300), random.Next(300, 2_000), random.Next(2_000, 9_000) })
            {
                var piece = new byte[repeats + Vocabulary.Readable];
                Array.Fill(piece, (byte)unit);
                var maxTokens = random.Next(repeats + 1);
                var expected = other.Merge(piece.AsSpan(0, repeats), maxTokens, out var expectedLength);
                Assert.True(uniform.TryMerge((byte)unit, repeats, maxTokens, out var length, out var count), $"{unit} x {repeats}");
                Assert.Equal((expected, expectedLength), (count, length));
            }
        }
    }

    [Fact]
    public void Ranks_that_no_trained_table_has_are_declined()
    {
        // "aaa" is rank 1, before the "aa" (rank 2) that it is made of.
        byte[][] tokens = [[(byte)'a'], "aaa"u8.ToArray(), "aa"u8.ToArray()];
        var vocabulary = new Vocabulary([.. tokens.Select(t => (byte)t.Length)], [.. tokens.SelectMany(t => t)]);
        Assert.False(new UniformRunMerger(vocabulary).TryMerge((byte)'a', 10, 0, out _, out _));
    }
}
