namespace Parsimony;

/// <summary>What the runtime says about memory.</summary>
/// <param name="HeapBytes">The managed heap after the last collection, fragmentation included.</param>
/// <param name="LoadBytes">The memory in use on the machine or in the container, as the collector saw it last.</param>
/// <param name="LoadLimitBytes">The memory of the machine or the container; 0 where it is not known.</param>
/// <param name="AvailableBytes">What the collector may use: a container's limit for the heap, or the memory of the machine.</param>
/// <param name="IsContainer">Whether the load is this process's own, so that other programs are not to blame for it.</param>
internal readonly record struct MemoryReading(long HeapBytes, long LoadBytes, long LoadLimitBytes, long AvailableBytes, bool IsContainer);
