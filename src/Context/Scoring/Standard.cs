namespace Parsimony.Context;

/// <summary>Standard scores: how many standard deviations a number lies above the mean of its list. They make lists of different scales comparable.</summary>
internal static class Standard
{
    /// <summary>Turns numbers into their standard scores, in place; equal numbers become 0.</summary>
    /// <returns>The mean and the standard deviation there were; the deviation is 0 where all were equal.</returns>
    public static (double Mean, double Deviation) Score(Span<double> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = values.IsEmpty ? 0 : sum / values.Length;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = values.IsEmpty ? 0 : Math.Sqrt(squares / values.Length);

        // Rounding alone must not make a difference of numbers that are meant to be equal.
        if (!(deviation > 1e-9 * Math.Abs(mean)))
        {
            values.Clear();
            return (mean, 0);
        }

        foreach (ref var value in values)
        {
            value = (value - mean) / deviation;
        }

        return (mean, deviation);
    }
}
