namespace Parsimony.Context.Tests.Scoring;

public class SizePartTests
{
    [Fact]
    public void Among_messages_only_what_is_far_larger_than_the_rest_loses()
    {
        var parts = SizePart.Score([Item(10), Item(20), Item(30), Item(80), Item(800)], talk: 0);

        Assert.Equal([0, 0, 0, 0], parts.Take(4));
        Assert.Equal(-0.5 * Math.Log(800 / 120.0), parts[4], 12);
    }

    [Fact]
    public void In_talk_each_token_has_its_price()
    {
        var parts = SizePart.Score([Item(10), Item(20), Item(20)], talk: 1);

        Assert.Equal(0, parts[0], 12);
        Assert.Equal(-0.75 * Math.Log(2), parts[1], 12);
    }

    [Fact]
    public void Nothing_costs_nothing() => Assert.Empty(SizePart.Score([], 1));

    private static ScoredItem Item(int tokens) => new(ContextItemKind.Turn, [], tokens);
}
