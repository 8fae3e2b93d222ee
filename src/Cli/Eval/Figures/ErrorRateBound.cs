namespace Parsimony.Cli;

/// <summary>
/// The upper 95 % bound of an error rate: Clopper and Pearson's exact one, one-sided. It is the rate at which so few errors, or
/// fewer, would be seen in 5 % of all samples of this size; without any error it is 1 - 0.05^(1/n), near 3/n.
/// </summary>
internal static class ErrorRateBound
{
    private const double Tail = 0.05;

    /// <summary>Computes the bound.</summary>
    /// <param name="errors">The errors seen, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The trials.</param>
    /// <returns>0 to 1, or <see langword="null"/> without trials.</returns>
    public static double? Of(int errors, int trials)
    {
        if (trials == 0)
        {
            return null;
        }

        if (errors == trials)
        {
            return 1;
        }

        // The chance of at most `errors` errors falls as the rate rises; halving 100 times leaves nothing to find.
        double low = (double)errors / trials, high = 1;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = ChanceOfAtMost(errors, trials, middle) > Tail ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The binomial distribution's sum from 0 to <paramref name="errors"/>; each term from the one before, in logarithms.</summary>
    private static double ChanceOfAtMost(int errors, int trials, double rate)
    {
        if (rate >= 1)
        {
            return 0;
        }

        var logOdds = Math.Log(rate) - Math.Log(1 - rate);
        var logTerm = trials * Math.Log(1 - rate);
        var sum = Math.Exp(logTerm);
        for (var k = 1; k <= errors; k++)
        {
            logTerm += Math.Log((double)(trials - k + 1) / k) + logOdds;
            sum += Math.Exp(logTerm);
        }

        return sum;
    }
}
