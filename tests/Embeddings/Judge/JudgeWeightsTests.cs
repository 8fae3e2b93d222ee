namespace Parsimony.Embeddings.Tests;

public class JudgeWeightsTests
{
    [Fact]
    public void A_higher_score_is_never_a_lower_probability()
    {
        var probabilities = Enumerable.Range(-200, 400).Select(static i => JudgeWeights.Shipped.Probability(i / 10.0)).ToList();

        Assert.Equal(probabilities.Order(), probabilities);
        Assert.All(probabilities, static p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void A_score_that_is_no_number_has_the_least_probability() =>
        Assert.Equal(JudgeWeights.Shipped.Probability(double.NegativeInfinity), JudgeWeights.Shipped.Probability(double.NaN));

    [Fact]
    public void A_file_of_another_format_is_refused() => Assert.Throws<InvalidDataException>(static () => new JudgeWeights(new byte[64]));
}
