using System.Globalization;

namespace Parsimony.Context;

/// <summary>
/// Finds tool results that are seen again further on, and what to say in their place. The newest one stays whole: it is the one that
/// holds, and the one that a model reads last.
/// </summary>
internal static class ResultReferences
{
    /// <summary>Results of which so much is the same are one, but for what is said of the rest.</summary>
    private const double LeastShared = 0.8;

    private const double LeastSize = 0.6;

    /// <summary>Of one function's results so many newer ones are compared.</summary>
    private const int MostCompared = 3;

    /// <summary>Finds the references from results to newer ones.</summary>
    /// <param name="results">The results, oldest first.</param>
    /// <param name="targets">The newer ones that may be referred to, oldest first; each is whole in the request, or will be.</param>
    /// <param name="tellsDifferences">Whether a result that differs a little refers to another as well.</param>
    /// <returns>For each result that may go: where it stands, what it refers to, and what to say.</returns>
    public static List<(SeenResult From, SeenResult To, string Text)> Find(IReadOnlyList<SeenResult> results, IReadOnlyList<SeenResult> targets, bool tellsDifferences)
    {
        var newest = new Dictionary<UInt128, SeenResult>();
        foreach (var target in targets)
        {
            newest[target.Fingerprint] = target;
        }

        var byName = targets.GroupBy(static t => t.Call.Name, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Reverse().Take(MostCompared).ToArray(), StringComparer.Ordinal);
        var found = new List<(SeenResult, SeenResult, string)>();
        var gone = new HashSet<CompactableText>();
        foreach (var result in results.Reverse())
        {
            var reference = Exactly(result, newest, gone) ?? (tellsDifferences ? Nearly(result, byName, gone) : null);
            if (reference is var (to, text))
            {
                // What refers to another is not whole any more, so nothing refers to it.
                gone.Add(result.Place);
                found.Add((result, to, text));
            }
        }

        return found;
    }

    private static (SeenResult To, string Text)? Exactly(SeenResult result, Dictionary<UInt128, SeenResult> newest, HashSet<CompactableText> gone) =>
        newest.TryGetValue(result.Fingerprint, out var same) && IsBefore(result, same) && !gone.Contains(same.Place) && same.Text == result.Text
            ? (same, $"[same as the result of {same.Describe()} further below]")
            : null;

    private static (SeenResult To, string Text)? Nearly(SeenResult result, Dictionary<string, SeenResult[]> byName, HashSet<CompactableText> gone)
    {
        foreach (var other in byName.GetValueOrDefault(result.Call.Name, []))
        {
            if (gone.Contains(other.Place) || !IsBefore(result, other) || !AreOfOneSize(result, other) || result.Segments.IsLines != other.Segments.IsLines)
            {
                continue;
            }

            if (IsMostlyIn(result, other) && IsMostlyIn(other, result))
            {
                return (other, Describe(result, other, result.Segments.NotIn(other.Segments)));
            }
        }

        return null;
    }

    private static bool IsMostlyIn(SeenResult result, SeenResult other) =>
        result.Segments.CountNotIn(other.Segments) <= (1 - LeastShared) * result.Segments.Count;

    private static string Describe(SeenResult result, SeenResult other, List<string> different)
    {
        var what = result.Segments.IsLines ? "lines" : "parts";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"[same as the result of {other.Describe()} further below, but for {different.Count} of {result.Segments.Count} {what}{(different.Count > 0 ? ", which read here:" : "")}]");
        return different.Count == 0 ? head : head + "\n" + string.Join(result.Segments.IsLines ? "\n" : ", ", different);
    }

    private static bool IsBefore(SeenResult result, SeenResult other) =>
        (result.Place.MessageIndex, result.Place.ContentIndex).CompareTo((other.Place.MessageIndex, other.Place.ContentIndex)) < 0;

    // Texts that are nearly one have nearly one size; what has not need not be read.
    private static bool AreOfOneSize(SeenResult result, SeenResult other) =>
        Math.Min(result.Place.Tokens, other.Place.Tokens) >= LeastSize * Math.Max(result.Place.Tokens, other.Place.Tokens);
}
