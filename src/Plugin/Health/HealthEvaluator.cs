using System.Globalization;
using Parsimony.Caching;

namespace Parsimony;

/// <summary>Turns what the parts say of themselves into scores.</summary>
/// <param name="options">The thresholds of memory.</param>
/// <param name="monitor">Memory.</param>
/// <param name="throttle">The throttle; null where it is switched off.</param>
/// <param name="cache">The cache; null where it is switched off.</param>
/// <param name="time">The clock.</param>
internal sealed class HealthEvaluator(MemoryOptions options, MemoryMonitor monitor, AgentThrottle? throttle, ResponseCache? cache, TimeProvider time)
{
    /// <summary>Scores are whole numbers, rounded down but for the last digits of binary fractions.</summary>
    private const double Rounding = 1e-6;

    private readonly FaultWindow cacheFaults = new(time);

    public ParsimonyHealth Evaluate() => new([Memory(), Cache(), Throttle()]);

    /// <summary>100 below the warning level; then 79 down to 50 at the critical level, and 49 down to 0 at the limit.</summary>
    public HealthPart Memory()
    {
        var status = monitor.GetStatus();
        double p = status.Pressure, warning = options.WarningThreshold, critical = options.CriticalThreshold;
        var score = status.Level switch
        {
            MemoryLevel.Normal => 100,
            MemoryLevel.Warning => HealthPart.LeastHealthy - 1 - (29 * (p - warning) / (critical - warning)),
            _ => critical < 1 ? (HealthPart.LeastDegraded - 1) * (1 - p) / (1 - critical) : 0,
        };
        return new HealthPart("memory", (int)(score + Rounding), Text($"pressure {p:0.00}, {status.Level}; heap {status.HeapBytes >> 20} of {status.LimitBytes >> 20} MB"));
    }

    /// <summary>100 less the faults of the cache per 100 calls in the last minutes; degraded at best while a part of it is out of reach.</summary>
    public HealthPart Cache()
    {
        if (cache is null)
        {
            return new HealthPart("cache", 100, "switched off");
        }

        var statistics = cache.Statistics;
        var calls = statistics.Lookups + statistics.Bypasses.GetValueOrDefault(BypassReason.Fault);
        var share = cacheFaults.Share(calls, statistics.Corrupt + statistics.Faults);
        var score = (int)((100 * (1 - share)) + Rounding);

        // What is out of reach is seldom tried, and so seldom fails: the share alone would call it healthy.
        var away = (statistics.DiskAway ? "; disk out of reach" : "") + (statistics.EmbeddingsPaused ? "; embeddings paused" : "");
        return new HealthPart(
            "cache",
            away.Length > 0 ? Math.Min(score, HealthPart.LeastHealthy - 1) : score,
            Text($"{statistics.HitRate:P0} of {statistics.Lookups} look-ups answered; {share:P0} faults for the latest calls{away}"));
    }

    /// <summary>100 less the percentage of calls of the last minute that were refused.</summary>
    public HealthPart Throttle()
    {
        if (throttle is null)
        {
            return new HealthPart("throttle", 100, "switched off");
        }

        var statistics = throttle.GetStatistics();
        return new HealthPart(
            "throttle",
            (int)((100 * (1 - statistics.RecentRefusedShare)) + Rounding),
            Text($"{statistics.RecentRefusedShare:P0} of the calls of the last minute refused; {statistics.InFlight} in flight, {statistics.Waiting} waiting"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
