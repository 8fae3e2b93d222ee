namespace Parsimony.Cli.Tests;

public class RecallAtFalsePositiveRateTests
{
    // 100 negatives with scores 0.99, 0.98, ... 0.00, and 4 positives between them.
    private static readonly OperatingPoints Curve = OperatingPoints.Of(
    [
        .. Enumerable.Range(0, 100).Select(i => new ScoredCase(i / 100.0, false)),
        new(0.995, true), // above every negative
        new(0.985, true), // below one: reached at 1 %
        new(0.965, true), // below three: reached at 5 %, not at 2 %
        new(0.500, true), // below 49
    ]);

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(5, 0.75)]
    [InlineData(100, 1)]
    public void Is_the_recall_of_the_lowest_threshold_that_stays_within_the_rate(int percent, double recall)
    {
        Assert.Equal(recall, RecallAtFalsePositiveRate.Of(Curve, percent)!.Value, 12);
    }

    [Fact]
    public void Is_zero_where_a_tie_with_negatives_cannot_be_parted()
    {
        Assert.Equal(0, RecallAtFalsePositiveRate.Of(OperatingPoints.Of([new(1, true), new(1, false)]), 5));
    }

    [Fact]
    public void Has_no_value_without_negatives()
    {
        Assert.Null(RecallAtFalsePositiveRate.Of(OperatingPoints.Of([new(1, true)]), 5));
    }
}
