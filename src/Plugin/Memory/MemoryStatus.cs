namespace Parsimony;

/// <summary>What is known of memory at a moment.</summary>
/// <param name="Level">How short of memory the process is.</param>
/// <param name="Pressure">0 (none) to 1 (at the limit), steadied by <see cref="MemoryOptions.Hysteresis"/>.</param>
/// <param name="HeapBytes">The managed heap after the last collection.</param>
/// <param name="LimitBytes">What it may take: as configured, else the container's or the machine's memory.</param>
/// <param name="LoadBytes">The memory in use on the machine or in the container, as the collector saw it last.</param>
/// <param name="ContextBytes">The context that agents hold, in bytes of UTF-16 text.</param>
/// <param name="ContextTokens">The context that agents hold, in tokens.</param>
/// <param name="ReclaimedBytes">What the cache has given back since the start.</param>
public sealed record MemoryStatus(
    MemoryLevel Level,
    double Pressure,
    long HeapBytes,
    long LimitBytes,
    long LoadBytes,
    long ContextBytes,
    long ContextTokens,
    long ReclaimedBytes);
