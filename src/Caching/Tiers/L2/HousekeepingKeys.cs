namespace Parsimony.Caching;

/// <summary>The keys in the second tier that are no entries: which tags were removed and when. They must outlive every entry.</summary>
internal static class HousekeepingKeys
{
    /// <summary>Our own marks of removed tags.</summary>
    public const string RemovedTag = "parsimony:removed-tag:";

    // The marks that Microsoft's HybridCache writes; the in-tree one uses the same prefix.
    public const string HybridCacheTag = "__MSFT_HCT__";

    public static bool Contains(string key) =>
        key.StartsWith(RemovedTag, StringComparison.Ordinal) || key.StartsWith(HybridCacheTag, StringComparison.Ordinal);
}
