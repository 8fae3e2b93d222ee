namespace Parsimony;

/// <summary>
/// The pressure that shrinks budgets: of memory, and of the context that all agents hold against its maximum; the greater counts. Budgets
/// shrink from <see cref="BudgetsShrinkFrom"/> on, so the app's own warning threshold is brought to that value.
/// </summary>
internal sealed class CombinedPressure(MemoryOptions options, MemoryMonitor monitor) : IMemoryPressure
{
    private const double BudgetsShrinkFrom = MemoryOptions.DefaultWarningThreshold;

    public double Pressure => Math.Max(
        options.MemoryShrinksBudgets ? Scaled(monitor.Pressure) : 0,
        options is { HeldContextShrinksBudgets: true, MaxContextTokensHeld: { } most } ? Math.Min(1, (double)monitor.Ledger.Tokens / most) : 0);

    private double Scaled(double pressure)
    {
        var warning = options.WarningThreshold;
        return pressure <= warning
            ? pressure / warning * BudgetsShrinkFrom
            : BudgetsShrinkFrom + ((1 - BudgetsShrinkFrom) * (pressure - warning) / (1 - warning));
    }
}
