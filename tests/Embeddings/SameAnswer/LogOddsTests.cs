namespace Parsimony.Embeddings.Tests;

public class LogOddsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.98, 3.8918)]
    [InlineData(0, -7.6004)]
    [InlineData(1, 7.6004)]
    [InlineData(2, 7.6004)]
    [InlineData(double.NaN, double.NegativeInfinity)]
    public void A_judged_probability_has_log_odds_within_what_calibration_can_tell(double probability, double logOdds) =>
        Assert.Equal(logOdds, LogOdds.OfJudged(probability), 4);

    [Fact]
    public void There_and_back_is_the_same() => Assert.Equal(0.98, LogOdds.ToProbability(LogOdds.Of(0.98)), 12);
}
