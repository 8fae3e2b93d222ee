namespace Parsimony.Embeddings;

/// <summary>Probabilities on the scale on which pieces of evidence add up: the natural logarithm of p / (1 - p).</summary>
internal static class LogOdds
{
    // No judge is surer than the data that calibrated it: one error in two thousand.
    private const double Least = 0.0005;

    /// <summary>The log-odds of a judge's probability, -7.6 to 7.6. What is no number is never enough.</summary>
    public static double OfJudged(double probability) => double.IsNaN(probability) ? double.NegativeInfinity : Of(Math.Clamp(probability, Least, 1 - Least));

    /// <summary>The log-odds of a probability between 0 and 1.</summary>
    public static double Of(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The probability of log-odds.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
