namespace Parsimony;

/// <summary>
/// Turns readings into a pressure that rises at once and falls only when it has fallen by a whole step. One dead band thus steadies
/// the level, the budgets and the throttle together.
/// </summary>
internal sealed class PressureGauge(MemoryOptions options)
{
    /// <summary>The share of the load on a machine that is shared with others, just below what refuses calls: their memory is not ours to save.</summary>
    private const double BelowCritical = 0.001;

    private double held;

    public double Pressure => held;

    public MemoryLevel Level =>
        held >= options.CriticalThreshold ? MemoryLevel.Critical : held >= options.WarningThreshold ? MemoryLevel.Warning : MemoryLevel.Normal;

    public void Update(in MemoryReading reading)
    {
        var raw = Raw(reading);
        if (raw >= held || raw <= held - options.Hysteresis)
        {
            held = raw;
        }
    }

    private double Raw(in MemoryReading reading)
    {
        var heap = Share(reading.HeapBytes, options.Limit ?? reading.AvailableBytes);
        var load = Share(reading.LoadBytes, reading.LoadLimitBytes);
        if (!reading.IsContainer)
        {
            load = Math.Min(load, options.CriticalThreshold - BelowCritical);
        }

        return Math.Clamp(Math.Max(heap, load), 0, 1);
    }

    private static double Share(long part, long whole) => whole > 0 ? (double)part / whole : 0;
}
