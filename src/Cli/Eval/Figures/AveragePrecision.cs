namespace Parsimony.Cli;

/// <summary>Average precision: the sum over all thresholds of (gain in recall) x precision, without interpolation.</summary>
internal static class AveragePrecision
{
    /// <summary>Computes the average precision.</summary>
    /// <returns>0 to 1, or <see langword="null"/> where there are no positives.</returns>
    public static double? Of(OperatingPoints curve)
    {
        if (curve.Positives == 0)
        {
            return null;
        }

        double sum = 0;
        var last = 0;
        foreach (var (truePositives, falsePositives) in curve.Points)
        {
            sum += (double)(truePositives - last) / curve.Positives * truePositives / (truePositives + falsePositives);
            last = truePositives;
        }

        return sum;
    }
}
