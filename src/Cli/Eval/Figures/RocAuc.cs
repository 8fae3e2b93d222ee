namespace Parsimony.Cli;

/// <summary>
/// The area under the ROC curve: the probability that a positive scores above a negative, an equal score counting half
/// (Hanley and McNeil, 1982).
/// </summary>
internal static class RocAuc
{
    /// <summary>Computes the area.</summary>
    /// <returns>0 to 1, or <see langword="null"/> where there are no positives or no negatives.</returns>
    public static double? Of(OperatingPoints curve)
    {
        if (curve.Positives == 0 || curve.Negatives == 0)
        {
            return null;
        }

        // Trapezoids between neighbouring points: the slanted edge of a group of equal scores is what counts its pairs half.
        double twiceArea = 0;
        int lastTrue = 0, lastFalse = 0;
        foreach (var (truePositives, falsePositives) in curve.Points)
        {
            twiceArea += (double)(falsePositives - lastFalse) * (truePositives + lastTrue);
            (lastTrue, lastFalse) = (truePositives, falsePositives);
        }

        return twiceArea / 2 / curve.Positives / curve.Negatives;
    }
}
