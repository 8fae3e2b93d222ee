using System.Diagnostics.Metrics;

namespace Parsimony;

/// <summary>Gives memory back while the process is short of it: the first tier of the cache first, then garbage.</summary>
internal sealed class MemoryReliever(MemoryOptions options, Func<IEnumerable<IMemoryReclaimer>> reclaimers, IMemorySource source, TimeProvider time, FailOpen faults)
{
    private const double WarningShare = 0.25;
    private const double CriticalShare = 0.75;

    private static readonly Counter<long> Reclaimed = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.memory.reclaimed", "By", "Memory given back under pressure.");

    private long reclaimed;
    private long? lastTrim;
    private long? lastCollect;

    public long ReclaimedBytes => Interlocked.Read(ref reclaimed);

    /// <summary>Called by one thread at a time, with every reading.</summary>
    public void Relieve(MemoryLevel level, bool rose)
    {
        if (level == MemoryLevel.Normal)
        {
            return;
        }

        if (rose || IsDue(lastTrim, options.TrimInterval))
        {
            lastTrim = time.GetTimestamp();
            Trim(level == MemoryLevel.Critical ? CriticalShare : WarningShare);
        }

        // Memory that was let go shows as free only after a collection.
        if (level == MemoryLevel.Critical && options.CollectInterval > TimeSpan.Zero && IsDue(lastCollect, options.CollectInterval))
        {
            lastCollect = time.GetTimestamp();
            source.Collect();
        }
    }

    private bool IsDue(long? last, TimeSpan interval) => last is not { } then || time.GetElapsedTime(then) >= interval;

    private void Trim(double share)
    {
        try
        {
            foreach (var reclaimer in reclaimers())
            {
                var bytes = reclaimer.Reclaim(share);
                Interlocked.Add(ref reclaimed, bytes);
                Reclaimed.Add(bytes);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Report("memory-trim", fault);
        }
    }
}
