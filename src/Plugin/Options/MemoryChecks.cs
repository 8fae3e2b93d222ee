using System.Globalization;

namespace Parsimony;

internal static class MemoryChecks
{
    public static void Run(MemoryOptions options, OptionChecks checks)
    {
        checks.AtLeast("memory.maxMemoryUsage", options.Limit, 1);
        checks.Share("memory.alertThreshold", options.WarningThreshold, leastAllowed: false);
        checks.Share("monitoring.alertThresholds.memoryUsage", options.CriticalThreshold, leastAllowed: false);
        checks.That(options.Hysteresis is >= 0 and < 1, "memory.hysteresis", options.Hysteresis, "must be 0 or more and below memory.alertThreshold; 0.05 suits most");
        if (IsShare(options.WarningThreshold) && IsShare(options.CriticalThreshold))
        {
            // Said only of values that are good by themselves: one mistake, one error.
            var warning = options.WarningThreshold.ToString(CultureInfo.InvariantCulture);
            checks.That(
                options.CriticalThreshold > options.WarningThreshold,
                "monitoring.alertThresholds.memoryUsage",
                options.CriticalThreshold,
                $"must be above memory.alertThreshold, which is {warning}");
            checks.That(
                options.Hysteresis is not (>= 0 and < 1) || options.Hysteresis < options.WarningThreshold,
                "memory.hysteresis",
                options.Hysteresis,
                $"must be below memory.alertThreshold, which is {warning}");
        }

        checks.Duration("memory.sampleInterval", options.SampleInterval, zeroAllowed: true);
        checks.Duration("memory.trimInterval", options.TrimInterval);
        checks.Duration("memory.gcInterval", options.CollectInterval, zeroAllowed: true);
        checks.Duration("memory.contextRetentionTime", options.ContextRetention);
        checks.AtLeast("contextFilter.globalMaxContext", options.MaxContextTokensHeld, 1);
    }

    private static bool IsShare(double value) => value is > 0 and <= 1;
}
