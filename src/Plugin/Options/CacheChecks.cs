using Parsimony.Caching;

namespace Parsimony;

/// <summary>Says the cache's own findings under the keys of a configuration.</summary>
internal static class CacheChecks
{
    private const string Actual = "; it is ";

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        [nameof(ResponseCacheOptions.Expiration)] = "cache.ttlSeconds",
        [nameof(ResponseCacheOptions.L1MaxBytes)] = "cache.l1MaxSize",
        [nameof(ResponseCacheOptions.L2MaxBytes)] = "cache.l2MaxSizeMB",
        [nameof(ResponseCacheOptions.L3MaxBytes)] = "cache.l3MaxSizeMB",
        [nameof(ResponseCacheOptions.CompressionThreshold)] = "cache.compressionThreshold",
        [nameof(ResponseCacheOptions.SimilarityThreshold)] = "cache.similarityThreshold",
        [nameof(ResponseCacheOptions.SameAnswerPolicy)] = "cache.sameAnswerPolicy",
        [nameof(ResponseCacheOptions.ErrorBudget)] = "cache.errorBudget",
        [nameof(ResponseCacheOptions.DisabledGuards)] = "cache.disabledGuards",
        [nameof(ResponseCacheOptions.Directory)] = "cache.cacheDir",
        [nameof(ResponseCacheOptions.L1Policy)] = "cache.l1Policy",
        [nameof(ResponseCacheOptions.HistoryScope)] = "cache.historyScope",
        [nameof(ResponseCacheOptions.MaxCandidates)] = "cache.maxCandidates",
    };

    public static void Run(ResponseCacheOptions options, OptionChecks checks)
    {
        foreach (var finding in ResponseCacheOptionsCheck.Errors(options))
        {
            var property = finding[..finding.IndexOf(' ', StringComparison.Ordinal)];
            var key = Keys.GetValueOrDefault(property, $"Cache.{property}");
            var actual = finding.LastIndexOf(Actual, StringComparison.Ordinal);
            checks.That(false, key, finding[(actual + Actual.Length)..^1], finding[(property.Length + 1)..actual]);
        }
    }
}
