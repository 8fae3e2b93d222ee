using Parsimony.Caching;

namespace Parsimony;

internal static class CacheChecks
{
    public static void Run(ResponseCacheOptions options, OptionChecks checks)
    {
        checks.That(options.Expiration > TimeSpan.Zero, "cache.ttlSeconds", options.Expiration, "must be more than 0; write the seconds that an answer is served");
        checks.AtLeast("cache.l1MaxSize", options.L1MaxBytes, 0);
        checks.AtLeast("cache.l2MaxSizeMB", options.L2MaxBytes, 0);
        checks.AtLeast("cache.l3MaxSizeMB", options.L3MaxBytes, 0);
        checks.AtLeast("cache.compressionThreshold", options.CompressionThreshold, 0);
        checks.Share("cache.similarityThreshold", options.SimilarityThreshold, least: -1);
        checks.AtLeast("cache.maxCandidates", options.MaxCandidates, 1);
        checks.That(Enum.IsDefined(options.L1Policy), "cache.l1Policy", options.L1Policy, "must be LeastRecentlyUsed, LeastFrequentlyUsed or TimeToLive");
        checks.That(Enum.IsDefined(options.HistoryScope), "cache.historyScope", options.HistoryScope, "must be All, Last or None");
        checks.That(
            options.Directory is null || (options.Directory.Trim().Length > 0 && options.Directory.IndexOf('\0', StringComparison.Ordinal) < 0),
            "cache.cacheDir",
            options.Directory,
            "must be a directory; leave it out to keep nothing on disk");
    }
}
