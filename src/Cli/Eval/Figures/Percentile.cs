namespace Parsimony.Cli;

/// <summary>Percentiles by nearest rank: the smallest value that at least so many percent of the values do not exceed.</summary>
internal static class Percentile
{
    /// <summary>Finds a percentile.</summary>
    /// <param name="values">The values, in any order; they are not changed.</param>
    /// <param name="percent">1 to 100.</param>
    /// <returns>One of the values, or <see langword="null"/> where there are none.</returns>
    public static double? Of(IReadOnlyCollection<double> values, int percent)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToArray();
        var rank = (int)(((long)percent * sorted.Length + 99) / 100);
        return sorted[rank - 1];
    }
}
