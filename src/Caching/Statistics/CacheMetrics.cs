using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Parsimony.Caching;

/// <summary>The cache's instruments. Tags come from small fixed sets: never a key, a prompt, a tenant.</summary>
internal static class CacheMetrics
{
    private static readonly Counter<long> Lookups = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.cache.lookups", "{lookup}", "Calls looked up, by outcome: exact, same_answer, miss, bypass.");

    private static readonly Histogram<double> Duration = ParsimonyDiagnostics.Meter.CreateHistogram<double>(
        "parsimony.cache.lookup.duration", "s", "Time from the look-up to its outcome, without the model.");

    private static readonly Counter<long> Stores = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.cache.stores", "{answer}", "Answers offered to the cache, by what became of them.");

    private static readonly Counter<long> CorruptEntries = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.cache.corrupt", "{entry}", "Entries found damaged or of an unknown format, and removed.");

    private static readonly Counter<long> FalseHits = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.cache.false_hits", "{report}", "False hits that were reported.");

    private static readonly Counter<long> MissedHits = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.cache.missed_hits", "{report}", "Missed hits that were reported, by what refuses the two questions.");

    public static Activity? StartLookup() => ParsimonyDiagnostics.ActivitySource.StartActivity("parsimony.cache.lookup");

    public static void Hit(CachedAnswer answer, TimeSpan elapsed)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", answer.SameAnswer ? "same_answer" : "exact");
        Lookups.Add(1, outcome, new KeyValuePair<string, object?>("tier", TierName(answer.Tier)));
        Duration.Record(elapsed.TotalSeconds, outcome);
        Activity.Current?.SetTag("parsimony.cache.outcome", outcome.Value);
    }

    public static void Miss(TimeSpan elapsed)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", "miss");
        Lookups.Add(1, outcome);
        Duration.Record(elapsed.TotalSeconds, outcome);
        Activity.Current?.SetTag("parsimony.cache.outcome", outcome.Value);
    }

    public static void Bypass(BypassReason reason)
    {
        if (Lookups.Enabled)
        {
            Lookups.Add(1, new KeyValuePair<string, object?>("outcome", "bypass"), new KeyValuePair<string, object?>("reason", reason.ToString()));
        }
    }

    public static void Store(DeclineReason reason)
    {
        if (Stores.Enabled)
        {
            Stores.Add(1, new KeyValuePair<string, object?>("outcome", reason == DeclineReason.None ? "stored" : reason.ToString()));
        }
    }

    public static void Corrupt() => CorruptEntries.Add(1);

    public static void FalseHit() => FalseHits.Add(1);

    public static void MissedHit(string? refusedBy) => MissedHits.Add(1, new KeyValuePair<string, object?>("by", refusedBy ?? "none"));

    private static string TierName(CacheTier tier) => tier switch { CacheTier.L1 => "L1", CacheTier.L2 => "L2", _ => "L3" };
}
