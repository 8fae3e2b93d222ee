namespace Parsimony.Context.Tests;

public class UsageRatiosTests
{
    [Fact]
    public void Nothing_seen_changes_nothing() => Assert.Equal(1, new UsageRatios().Factor);

    [Fact]
    public void A_reply_that_used_more_raises_the_factor_at_once() => Assert.Equal(1.2, After(1.2, 1.0, 0.9));

    [Fact]
    public void One_odd_reply_raises_it_only_so_far()
    {
        Assert.Equal(UsageRatios.MostFromOne, After(37));
        Assert.Equal(UsageRatios.MostFromOne, After(1, 37, 1));
        Assert.Equal(2.5, After(2.5, 37));
        Assert.Equal(UsageRatios.Largest, After(37, 38));
    }

    [Fact]
    public void It_is_lowered_only_when_all_that_is_remembered_was_lower()
    {
        var low = Enumerable.Repeat(0.8, UsageRatios.Remembered).ToArray();
        Assert.Equal(1, After(low[1..]));
        Assert.InRange(After(low), 0.8, 0.85);
        Assert.InRange(After([.. low, 0.9]), 0.9, 0.95);
        Assert.Equal(1.1, After([.. low, 1.1]));
        Assert.Equal(UsageRatios.Smallest, After([.. low.Select(_ => 0.001)]));
    }

    [Fact]
    public void What_was_seen_long_ago_is_forgotten()
        => Assert.Equal(1, After([1.4, .. Enumerable.Repeat(1.0, UsageRatios.Remembered)]));

    private static double After(params double[] ratios)
    {
        var result = new UsageRatios();
        foreach (var ratio in ratios)
        {
            result.Add(ratio);
        }

        return result.Factor;
    }
}
