namespace Parsimony.Tests;

/// <summary>Memory that a test fills and empties: a limit of 1,000 bytes.</summary>
internal sealed class FakeMemory : IMemorySource
{
    public const long Limit = 1_000;

    public long Heap { get; set; }

    public long Load { get; set; }

    public bool IsContainer { get; set; }

    public int Reads { get; private set; }

    public int Collections { get; private set; }

    public MemoryReading Read()
    {
        Reads++;
        return new MemoryReading(Heap, Load, Limit, Limit, IsContainer);
    }

    public void Collect() => Collections++;
}
