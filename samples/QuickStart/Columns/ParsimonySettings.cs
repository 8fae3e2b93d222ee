using Parsimony.Caching;

namespace Parsimony.QuickStart.Columns;

/// <summary>How the desk sets Parsimony up, whichever door it comes through.</summary>
/// <param name="BudgetTokens">The most prompt tokens of a request.</param>
/// <param name="CacheDirectory">Where the cache's disk tiers are.</param>
/// <param name="UsesCache">Whether answers are cached; else the budget alone is at work.</param>
internal sealed record ParsimonySettings(int BudgetTokens, string CacheDirectory, bool UsesCache = true)
{
    // Far less than an app would give, so that the stream does not fit and the tiers below have something to do.
    private const long MemoryTierBytes = 256 << 10;
    private const long DiskTierBytes = 384 << 10;

    /// <summary>Gets what the column says of itself.</summary>
    public string Explanation => !UsesCache ? $"budget of {BudgetTokens:n0} tokens, no cache" : $"budget of {BudgetTokens:n0} tokens, response cache of {MemoryTierBytes >> 10} KB in memory above {DiskTierBytes >> 10} KB on disk above a compressed archive";

    public void Apply(ParsimonyOptions options)
    {
        options.Context.MaxContextTokens = BudgetTokens;
        options.EnableCache = UsesCache;
        options.Cache.Directory = CacheDirectory;
        options.Cache.L1MaxBytes = MemoryTierBytes;
        options.Cache.L2MaxBytes = DiskTierBytes;

        // What the desk declares: each message stands on its own and is answered from the handbook alone, so that no answer
        // depends on who asks, or when.
        options.Cache.HistoryScope = HistoryScope.None;
        options.Cache.PersonalHandling = SensitiveTurnHandling.Cache;
        options.Cache.FreshnessHandling = SensitiveTurnHandling.Cache;
    }
}
