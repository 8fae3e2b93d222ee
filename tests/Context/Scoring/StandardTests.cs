namespace Parsimony.Context.Tests.Scoring;

public class StandardTests
{
    [Fact]
    public void A_list_gets_mean_0_and_deviation_1()
    {
        double[] values = [1, 2, 3, 4];

        var (mean, deviation) = Standard.Score(values);

        Assert.Equal(2.5, mean);
        Assert.Equal(Math.Sqrt(1.25), deviation, 12);
        Assert.Equal([-1.5 / deviation, -0.5 / deviation, 0.5 / deviation, 1.5 / deviation], values);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.1 + 0.2, 0.3, 0.3 })]
    public void Numbers_that_differ_by_rounding_alone_are_equal(double[] values)
    {
        Standard.Score(values);
        Assert.All(values, v => Assert.Equal(0, v));
    }
}
