namespace Parsimony;

/// <summary>The gauges of the newest monitor of the process. They hold it weakly: instruments live as long as the process, monitors need not.</summary>
internal static class MemoryInstruments
{
    private static readonly WeakReference<MemoryMonitor?> Newest = new(null);

    static MemoryInstruments()
    {
        var meter = ParsimonyDiagnostics.Meter;
        meter.CreateObservableGauge("parsimony.memory.pressure", () => Read(m => m.GetStatus().Pressure), "1", "Memory pressure, 0 to 1.");
        meter.CreateObservableGauge("parsimony.memory.heap", () => Read(m => m.GetStatus().HeapBytes), "By", "The managed heap after the last collection.");
        meter.CreateObservableGauge("parsimony.memory.limit", () => Read(m => m.GetStatus().LimitBytes), "By", "What the managed heap may take.");
        meter.CreateObservableGauge("parsimony.context.held", () => Read(m => m.Ledger.Tokens), "{token}", "The context that agents hold.");
    }

    public static void Watch(MemoryMonitor monitor) => Newest.SetTarget(monitor);

    private static T Read<T>(Func<MemoryMonitor, T> read)
        where T : struct => Newest.TryGetTarget(out var monitor) ? read(monitor) : default;
}
