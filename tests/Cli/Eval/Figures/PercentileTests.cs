namespace Parsimony.Cli.Tests;

public class PercentileTests
{
    [Fact]
    public void Is_the_nearest_rank()
    {
        // 1..200 shuffled: rank 50 % of 200 = 100, rank 99 % = 198.
        var values = Enumerable.Range(1, 200).Select(i => (double)(i * 77 % 201)).ToArray();
        Assert.Equal(100, Percentile.Of(values, 50));
        Assert.Equal(198, Percentile.Of(values, 99));
    }

    [Fact]
    public void Rounds_the_rank_up()
    {
        // 99 % of 3 = 2.97: the third; 50 % of 3 = 1.5: the second.
        Assert.Equal(30, Percentile.Of([30, 10, 20], 99));
        Assert.Equal(20, Percentile.Of([30, 10, 20], 50));
    }

    [Fact]
    public void Has_no_value_without_values()
    {
        Assert.Null(Percentile.Of([], 50));
    }
}
