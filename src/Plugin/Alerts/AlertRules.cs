using System.Globalization;

namespace Parsimony;

/// <summary>What is worth an alert.</summary>
internal sealed class AlertRules(AlertOptions options, AlertDispatcher alerts)
{
    /// <summary>Shares of fewer calls than these say nothing.</summary>
    private const int LeastCalls = 10;
    private const int LeastLookups = 100;

    public void Watch(MemoryMonitor monitor) => monitor.LevelChanged += (_, change) => OnMemory(change);

    public void Watch(AgentThrottle throttle) => throttle.Throttled += (_, _) => OnThrottled(throttle);

    /// <summary>Looks at an evaluation of health.</summary>
    public void Look(ParsimonyHealth health, double hitRate, long lookups)
    {
        if (health.Score < options.HealthScore)
        {
            var worst = health.Parts.MinBy(p => p.Score)!;
            alerts.Raise(AlertKind.Health, AlertSeverity.Warning, Text($"overall health is {health.Score} of 100; {worst.Name}: {worst.Detail}"));
        }

        if (lookups >= LeastLookups && hitRate < options.CacheHitRate)
        {
            alerts.Raise(AlertKind.CacheHitRate, AlertSeverity.Warning, Text($"the cache answers {hitRate:P0} of its look-ups, less than {options.CacheHitRate:P0}"));
        }
    }

    private void OnMemory(MemoryAlertEventArgs change)
    {
        var status = change.Status;
        switch (change.Level)
        {
            case MemoryLevel.Critical:
                alerts.Raise(AlertKind.MemoryCritical, AlertSeverity.Critical, Text($"memory pressure is {status.Pressure:P0}: only exempt agents may call"));
                break;
            case MemoryLevel.Warning when change.Previous == MemoryLevel.Normal:
                alerts.Raise(AlertKind.MemoryWarning, AlertSeverity.Warning, Text($"memory pressure is {status.Pressure:P0}: the cache gives memory back and budgets shrink"));
                break;
            case MemoryLevel.Normal:
                alerts.Raise(AlertKind.MemoryRecovered, AlertSeverity.Information, Text($"memory pressure is back at {status.Pressure:P0}"));
                break;
        }
    }

    private void OnThrottled(AgentThrottle throttle)
    {
        var (calls, share) = throttle.RecentlyRefused;
        if (calls >= LeastCalls && share > options.ThrottledShare)
        {
            alerts.Raise(AlertKind.CallsThrottled, AlertSeverity.Warning, Text($"{share:P0} of the calls of the last minute were refused"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
