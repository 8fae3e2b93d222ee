namespace Parsimony.Cli;

/// <summary>The best recall that a threshold reaches while it accepts at most so many of the negatives.</summary>
internal static class RecallAtFalsePositiveRate
{
    /// <summary>Computes the recall. Nothing is interpolated: it is a threshold's recall that could be set.</summary>
    /// <param name="curve">The thresholds.</param>
    /// <param name="percent">The largest part of the negatives that may be accepted, in %.</param>
    /// <returns>0 to 1, or <see langword="null"/> where there are no positives or no negatives.</returns>
    public static double? Of(OperatingPoints curve, int percent)
    {
        if (curve.Positives == 0 || curve.Negatives == 0)
        {
            return null;
        }

        var best = 0;
        foreach (var (truePositives, falsePositives) in curve.Points)
        {
            if ((long)falsePositives * 100 > (long)percent * curve.Negatives)
            {
                break;
            }

            best = truePositives;
        }

        return (double)best / curve.Positives;
    }
}
