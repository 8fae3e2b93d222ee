namespace Parsimony.Context.Tests;

public class RankTablesTests
{
    [Theory]
    [InlineData("o200k_base", 199_998)]
    [InlineData("cl100k_base", 100_256)]
    public void A_table_holds_all_ranks_and_every_single_byte(string name, int tokens)
    {
        var vocabulary = RankTables.Load(name);
        Assert.Equal(tokens, vocabulary.Count);
        for (var value = 0; value < 256; value++)
        {
            Assert.NotEqual(Vocabulary.NoRank, vocabulary.RankOf([(byte)value]));
        }
    }

    [Fact]
    public void Ranks_are_those_that_OpenAI_publishes()
    {
        var vocabulary = RankTables.Load("cl100k_base");
        Assert.Equal(0, vocabulary.RankOf("!"u8));
        Assert.Equal(15339, vocabulary.RankOf("hello"u8));
        Assert.Equal(1917, vocabulary.RankOf(" world"u8));
        Assert.Equal(Vocabulary.NoRank, vocabulary.RankOf("no such token"u8));
        Assert.Equal(vocabulary.RankOf("he"u8), vocabulary.RankOfPair((byte)'h', (byte)'e'));
    }

    [Fact]
    public void Both_tables_take_less_than_two_and_a_half_megabytes_in_the_assembly()
    {
        var size = new[] { "o200k_base", "cl100k_base" }.Sum(name =>
        {
            using var table = typeof(TokenCounter).Assembly.GetManifestResourceStream($"Parsimony.Context.Tokens.Tables.{name}.br")!;
            return table.Length;
        });
        Assert.InRange(size, 1, 2_500_000);
    }

    [Fact]
    public void A_damaged_table_is_refused() => Assert.Throws<InvalidDataException>(() => new Vocabulary([1, 2], [1, 2, 3, 4]));
}
