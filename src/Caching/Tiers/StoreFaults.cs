using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Caching;

/// <summary>Counts the faults of the store under <c>parsimony.fail_open</c> and says each kind once, in the store's own words.</summary>
internal sealed class StoreFaults(ILogger logger)
{
    private int saidStore;
    private int saidCorrupt;
    private int saidAway;

    /// <summary>Gets the counter, for those who speak for themselves.</summary>
    public FailOpen FailOpen { get; } = new(NullLogger.Instance);

    /// <summary>Whether it has not been said yet that the disk tiers are out of reach.</summary>
    public bool IsFirstAway() => Interlocked.Exchange(ref saidAway, 1) == 0;

    public void Report(Exception fault)
    {
        FailOpen.Report("store", fault);
        if (Interlocked.Exchange(ref saidStore, 1) == 0)
        {
            TierLog.StoreFault(logger, fault.GetType().Name);
        }
    }

    public void ReportCorrupt(string tier)
    {
        FailOpen.Report("entry", new InvalidDataException());
        if (Interlocked.Exchange(ref saidCorrupt, 1) == 0)
        {
            TierLog.Corrupt(logger, tier);
        }
    }
}
