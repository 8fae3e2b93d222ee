namespace Parsimony.Cli.Tests;

public class AveragePrecisionTests
{
    [Fact]
    public void Is_the_mean_precision_at_each_positive_where_no_scores_are_equal()
    {
        // By score: yes, no, yes, yes, no. Precision at the positives: 1/1, 2/3, 3/4. Mean: (1 + 2/3 + 3/4) / 3 = 29/36.
        var curve = OperatingPoints.Of([new(0.9, true), new(0.8, false), new(0.6, true), new(0.3, true), new(0.2, false)]);
        Assert.Equal(29.0 / 36, AveragePrecision.Of(curve)!.Value, 12);
    }

    [Fact]
    public void Takes_equal_scores_together()
    {
        // One threshold accepts two positives and one negative, the next one more negative: recall 1 at precision 2/3.
        var curve = OperatingPoints.Of([new(0.5, true), new(0.5, false), new(0.5, true), new(0.1, false)]);
        Assert.Equal(2.0 / 3, AveragePrecision.Of(curve)!.Value, 12);
    }

    [Fact]
    public void Has_no_value_without_positives()
    {
        Assert.Null(AveragePrecision.Of(OperatingPoints.Of([new(1, false)])));
    }
}
