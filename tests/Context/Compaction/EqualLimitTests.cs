namespace Parsimony.Context.Tests.Compaction;

public class EqualLimitTests
{
    [Theory]
    [InlineData(new[] { 10, 20, 30 }, 60, int.MaxValue)]
    [InlineData(new[] { 10, 20, 30 }, 50, 20)]
    [InlineData(new[] { 10, 20, 30 }, 45, 17)]
    [InlineData(new[] { 10, 20, 30 }, 9, 3)]
    [InlineData(new[] { 10, 20, 30 }, -5, 0)]
    [InlineData(new int[0], 0, int.MaxValue)]
    public void The_longest_give_first(int[] tokens, int room, int expected) => Assert.Equal(expected, EqualLimit.Of(tokens, room));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, 15)]
    [InlineData(17, 16)]
    [InlineData(1000, 960)]
    public void Lengths_are_rounded_down_by_less_than_an_eighth(int tokens, int expected) => Assert.Equal(expected, RoundTokens.Down(tokens));
}
