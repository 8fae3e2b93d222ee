namespace Parsimony.Context;

/// <summary>
/// What size takes off a score. In talk in snatches the short turns around a hit belong to it, so the score is nearly one for each token.
/// Among messages only what is far larger than the rest loses: it would take the place of many.
/// </summary>
internal static class SizePart
{
    private const double TalkExponent = 0.75;
    private const double LargeExponent = 0.5;

    /// <summary>An item is large from so many times the median.</summary>
    private const double LargeFrom = 4;

    /// <summary>Computes a number of 0 or less for each item.</summary>
    public static double[] Score(IReadOnlyList<ScoredItem> items, double talk)
    {
        var parts = new double[items.Count];
        if (parts.Length == 0)
        {
            return parts;
        }

        var sorted = items.Select(static i => Math.Max(i.Tokens, 1)).Order().ToArray();
        double median = sorted[sorted.Length / 2];
        double least = sorted[0];
        for (var i = 0; i < parts.Length; i++)
        {
            var tokens = Math.Max(items[i].Tokens, 1);
            parts[i] = -(TalkExponent * talk * Math.Log(tokens / least)) - (LargeExponent * Math.Max(0, Math.Log(tokens / (LargeFrom * median))));
        }

        return parts;
    }
}
