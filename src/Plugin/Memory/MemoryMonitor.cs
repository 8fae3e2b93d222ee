using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony;

/// <summary>
/// Watches memory: the managed heap, the load the collector sees, the limit, and the context each agent holds. It works when asked,
/// needs no thread of its own, and reads afresh at most once in <see cref="MemoryOptions.SampleInterval"/>. When memory runs short it
/// has the cache's first tier give some back; budgets and the throttle go by <see cref="Pressure"/> and <see cref="Level"/>.
/// </summary>
public sealed class MemoryMonitor : IMemoryPressure, IContextLedger
{
    private readonly MemoryOptions options;
    private readonly IMemorySource source;
    private readonly TimeProvider time;
    private readonly PressureGauge gauge;
    private readonly MemoryReliever reliever;
    private readonly ILogger logger;
    private readonly FailOpen faults;
    private readonly Lock sampling = new();
    private MemoryReading reading;
    private double pressure;
    private MemoryLevel level;
    private long sampledAt;
    private volatile bool sampled;

    /// <summary>Initializes a new instance of the <see cref="MemoryMonitor"/> class.</summary>
    /// <param name="options">The limit and the thresholds.</param>
    /// <param name="reclaimers">What can give memory back; asked for when memory first runs short. Nothing by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="logger">Where changes of the level are noted; nowhere by default.</param>
    public MemoryMonitor(
        MemoryOptions options,
        Func<IEnumerable<IMemoryReclaimer>>? reclaimers = null,
        TimeProvider? timeProvider = null,
        ILogger<MemoryMonitor>? logger = null)
        : this(options, reclaimers, timeProvider, logger, new ProcessMemorySource())
    {
    }

    internal MemoryMonitor(
        MemoryOptions options,
        Func<IEnumerable<IMemoryReclaimer>>? reclaimers,
        TimeProvider? timeProvider,
        ILogger<MemoryMonitor>? logger,
        IMemorySource source)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.source = source;
        this.logger = logger ?? NullLogger<MemoryMonitor>.Instance;
        time = timeProvider ?? TimeProvider.System;
        gauge = new PressureGauge(options);
        faults = new FailOpen(this.logger);
        Ledger = new ContextLedger(options, time);
        reliever = new MemoryReliever(options, reclaimers ?? (static () => []), source, time, faults);
        MemoryInstruments.Watch(this);
    }

    /// <summary>Raised on the thread that asked, when the level has changed. A handler that throws stops nothing.</summary>
    public event EventHandler<MemoryAlertEventArgs>? LevelChanged;

    /// <inheritdoc/>
    public double Pressure
    {
        get
        {
            SampleIfOld();
            return Volatile.Read(ref pressure);
        }
    }

    /// <summary>Gets how short of memory the process is.</summary>
    public MemoryLevel Level
    {
        get
        {
            SampleIfOld();
            return level;
        }
    }

    internal ContextLedger Ledger { get; }

    /// <inheritdoc/>
    public void Record(CallScope scope, long bytes, int tokens) => Ledger.Add(scope, bytes, tokens);

    /// <summary>Gets the context that each agent holds, the largest first.</summary>
    /// <returns>One row for each agent with a living session.</returns>
    public IReadOnlyList<AgentContext> GetAgentContexts() => Ledger.ByAgent();

    /// <summary>Says what is known of memory.</summary>
    /// <returns>A reading no older than <see cref="MemoryOptions.SampleInterval"/>.</returns>
    public MemoryStatus GetStatus()
    {
        SampleIfOld();
        lock (sampling)
        {
            return StatusNow();
        }
    }

    /// <summary>Reads memory now, whatever the age of the last reading, and acts on it.</summary>
    public void Refresh()
    {
        MemoryAlertEventArgs? change;
        lock (sampling)
        {
            change = Sample();
        }

        Announce(change);
    }

    private void SampleIfOld()
    {
        if (sampled && time.GetElapsedTime(Interlocked.Read(ref sampledAt)) < options.SampleInterval)
        {
            return;
        }

        // One caller reads; the others go on with the last reading rather than wait, except for the very first.
        if (!sampled)
        {
            Refresh();
        }
        else if (sampling.TryEnter())
        {
            MemoryAlertEventArgs? change;
            try
            {
                change = Sample();
            }
            finally
            {
                sampling.Exit();
            }

            Announce(change);
        }
    }

    private MemoryAlertEventArgs? Sample()
    {
        var before = level;
        reading = source.Read();
        gauge.Update(reading);
        Volatile.Write(ref pressure, gauge.Pressure);
        level = gauge.Level;
        Interlocked.Exchange(ref sampledAt, time.GetTimestamp());
        sampled = true;
        reliever.Relieve(level, rose: level > before);
        return level == before ? null : new MemoryAlertEventArgs(before, StatusNow());
    }

    private MemoryStatus StatusNow() => new(
        level,
        pressure,
        reading.HeapBytes,
        options.Limit ?? reading.AvailableBytes,
        reading.LoadBytes,
        Ledger.Bytes,
        Ledger.Tokens,
        reliever.ReclaimedBytes);

    private void Announce(MemoryAlertEventArgs? change)
    {
        if (change is null)
        {
            return;
        }

        Log.MemoryLevelChanged(logger, change.Previous, change.Level, change.Status.Pressure);
        try
        {
            LevelChanged?.Invoke(this, change);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Report("memory-alert", fault);
        }
    }
}
