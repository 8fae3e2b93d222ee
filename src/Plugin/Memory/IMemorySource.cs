namespace Parsimony;

/// <summary>Where memory readings come from. Tests put their own in its place.</summary>
internal interface IMemorySource
{
    MemoryReading Read();

    /// <summary>Asks the collector for a full collection in the background.</summary>
    void Collect();
}
