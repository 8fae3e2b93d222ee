using System.Globalization;

namespace Parsimony;

/// <summary>Reads the collector's own figures. They are as old as the last collection and cost 0.1 us; the working set would cost 36 us.</summary>
internal sealed class ProcessMemorySource : IMemorySource
{
    private const double DefaultHighLoadPercent = 90;
    private readonly double highLoadShare;
    private readonly bool hasOwnHeapLimit;
    private readonly bool saysContainer;

    public ProcessMemorySource()
    {
        var settings = GC.GetConfigurationVariables();
        var percent = Number(settings, "GCHighMemPercent");
        highLoadShare = (percent > 0 ? percent : DefaultHighLoadPercent) / 100;
        hasOwnHeapLimit = Number(settings, "GCHeapHardLimit") > 0 || Number(settings, "GCHeapHardLimitPercent") > 0;
        saysContainer = Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "1" or "true";
    }

    public MemoryReading Read()
    {
        var info = GC.GetGCMemoryInfo();
        var physical = (long)(info.HighMemoryLoadThresholdBytes / highLoadShare);

        // In a container with a memory limit the runtime gives itself a heap limit below it, without anyone having set one.
        var isContainer = saysContainer || (!hasOwnHeapLimit && info.TotalAvailableMemoryBytes < physical * 0.98);
        var heap = info.Index == 0 ? GC.GetTotalMemory(forceFullCollection: false) : info.HeapSizeBytes;
        return new MemoryReading(heap, info.MemoryLoadBytes, physical, info.TotalAvailableMemoryBytes, isContainer);
    }

    public void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Optimized, blocking: false);

    private static double Number(IReadOnlyDictionary<string, object> settings, string name) =>
        settings.TryGetValue(name, out var value) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : 0;
}
