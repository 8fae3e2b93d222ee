namespace Parsimony;

/// <summary>The pressure that shrinks budgets: of memory, and of the context that all agents hold against its maximum; the greater counts.</summary>
internal sealed class CombinedPressure(MemoryOptions options, MemoryMonitor monitor) : IMemoryPressure
{
    public double Pressure => Math.Max(
        options.MemoryShrinksBudgets ? monitor.Pressure : 0,
        options is { HeldContextShrinksBudgets: true, MaxContextTokensHeld: { } most } ? Math.Min(1, (double)monitor.Ledger.Tokens / most) : 0);
}
