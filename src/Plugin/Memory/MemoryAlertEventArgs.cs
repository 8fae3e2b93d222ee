namespace Parsimony;

/// <summary>The process became, or is no longer, short of memory.</summary>
/// <param name="previous">The level before.</param>
/// <param name="status">What is known of memory now.</param>
public sealed class MemoryAlertEventArgs(MemoryLevel previous, MemoryStatus status) : EventArgs
{
    /// <summary>Gets the level before.</summary>
    public MemoryLevel Previous { get; } = previous;

    /// <summary>Gets the level now.</summary>
    public MemoryLevel Level => Status.Level;

    /// <summary>Gets what is known of memory now.</summary>
    public MemoryStatus Status { get; } = status;
}
