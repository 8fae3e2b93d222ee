namespace Parsimony.Cli.Tests;

public class KindCountsTests
{
    [Fact]
    public void Adds_up_by_hand()
    {
        var counts = new KindCounts();
        counts.Add(10, 10);
        counts.Add(8, 10);
        counts.Add(12, 10);
        counts.Add(11, 10);
        Assert.Equal((4, 1, 1, 2), (counts.Cases, counts.Exact, counts.Under, counts.MaxOver));
    }

    [Fact]
    public void Is_never_over_by_less_than_nothing()
    {
        var counts = new KindCounts();
        counts.Add(8, 10);
        Assert.Equal(0, counts.MaxOver);
    }
}
