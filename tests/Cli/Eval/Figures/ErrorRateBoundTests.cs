namespace Parsimony.Cli.Tests;

public class ErrorRateBoundTests
{
    [Fact]
    public void Has_its_closed_form_without_errors()
    {
        // (1 - p)^n = 0.05.
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 100), ErrorRateBound.Of(0, 100)!.Value, 9);
    }

    [Theory]
    [InlineData(1, 10, 0.394163)] // Root of (1-p)^10 + 10 p (1-p)^9 = 0.05.
    [InlineData(1, 2, 0.974679)] // Root of 1 - p^2 = 0.05: sqrt(0.95).
    [InlineData(9, 10, 0.994884)] // Root of 1 - p^10 = 0.05: 0.95^(1/10).
    public void Solves_the_binomial_equation(int errors, int trials, double bound)
    {
        Assert.Equal(bound, ErrorRateBound.Of(errors, trials)!.Value, 5);
    }

    [Fact]
    public void Is_certain_where_everything_is_wrong()
    {
        Assert.Equal(1, ErrorRateBound.Of(3, 3));
    }

    [Fact]
    public void Has_no_value_without_trials()
    {
        Assert.Null(ErrorRateBound.Of(0, 0));
    }

    [Fact]
    public void Holds_for_many_trials()
    {
        // Near the normal approximation 0.5 + 1.645 * sqrt(0.25 / 100000) = 0.5026.
        Assert.Equal(0.5026, ErrorRateBound.Of(50_000, 100_000)!.Value, 4);
    }
}
