namespace Parsimony.Cli;

/// <summary>What each possible threshold accepts. Cases with equal scores are accepted together: no threshold can part them.</summary>
internal sealed class OperatingPoints
{
    private OperatingPoints(IReadOnlyList<(int TruePositives, int FalsePositives)> points, int positives, int negatives)
    {
        Points = points;
        Positives = positives;
        Negatives = negatives;
    }

    /// <summary>Gets the accepted positives and negatives for each distinct score taken as threshold, highest first.</summary>
    public IReadOnlyList<(int TruePositives, int FalsePositives)> Points { get; }

    /// <summary>Gets the number of all positives.</summary>
    public int Positives { get; }

    /// <summary>Gets the number of all negatives.</summary>
    public int Negatives { get; }

    public static OperatingPoints Of(IReadOnlyCollection<ScoredCase> cases)
    {
        var points = new List<(int, int)>();
        int accepted = 0, wronglyAccepted = 0;
        foreach (var equals in cases.GroupBy(item => item.Score).OrderByDescending(group => group.Key))
        {
            var positives = equals.Count(item => item.IsPositive);
            accepted += positives;
            wronglyAccepted += equals.Count() - positives;
            points.Add((accepted, wronglyAccepted));
        }

        return new OperatingPoints(points, accepted, wronglyAccepted);
    }
}
