using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Parsimony;

/// <summary>
/// What to do with a fault of ours: count it (<c>parsimony.fail_open</c>, tag <c>feature</c>), log it once per feature and
/// instance, and let the caller's request go on without the feature. Exception texts may quote prompts, so only their type is logged.
/// </summary>
internal sealed partial class FailOpen(ILogger logger)
{
    private static readonly Counter<long> Faults = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.fail_open", "{fault}", "Faults of Parsimony that the caller's request survived.");

    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Gets how often each feature has failed.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Reports that a feature was skipped because of a fault.</summary>
    /// <param name="feature">The feature, from a small fixed set: it becomes a metric tag.</param>
    /// <param name="exception">The fault.</param>
    public void Report(string feature, Exception exception)
    {
        Faults.Add(1, new KeyValuePair<string, object?>("feature", feature));
        if (counts.AddOrUpdate(feature, 1, static (_, n) => n + 1) == 1)
        {
            LogSkipped(logger, feature, exception.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Parsimony skipped {Feature} after {Fault}; calls go on without it. Further faults of this kind are counted in parsimony.fail_open, not logged.")]
    private static partial void LogSkipped(ILogger logger, string feature, string fault);
}
