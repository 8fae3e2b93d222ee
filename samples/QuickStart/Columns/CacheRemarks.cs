using Parsimony.Caching;

namespace Parsimony.QuickStart.Columns;

/// <summary>What the response cache says of itself after a run.</summary>
internal static class CacheRemarks
{
    public static IEnumerable<string> Of(CacheStatistics statistics)
    {
        if (statistics.Lookups == 0)
        {
            yield break;
        }

        var tiers = statistics.Tiers.OrderBy(tier => tier.Key).Select(tier => $"{tier.Key} {Share(tier.Value.Hits, statistics.Lookups)} of look-ups ({tier.Value.Entries:n0} entries, {tier.Value.Bytes / 1024.0:n0} KB)");
        yield return $"Hits by tier: {string.Join("; ", tiers)}; all {statistics.HitRate:p1}.";
        if (statistics.Bypasses.Values.Sum() > 0)
        {
            yield return $"Passed the cache by: {string.Join(", ", statistics.Bypasses.Where(b => b.Value > 0).Select(b => $"{b.Key} {b.Value}"))}.";
        }
    }

    private static string Share(long part, long whole) => (whole == 0 ? 0 : (double)part / whole).ToString("p1");
}
