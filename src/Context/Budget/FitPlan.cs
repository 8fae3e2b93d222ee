namespace Parsimony.Context;

/// <summary>The items of a request, and what became of each.</summary>
internal sealed class FitPlan(List<ContextItem> items, double? importanceThreshold = null)
{
    /// <summary>Gets the importance below which what the app marked goes before all others.</summary>
    public double? ImportanceThreshold { get; } = importanceThreshold;

    public List<ContextItem> Items { get; } = items;

    public ContextDecision[] Decisions { get; } = new ContextDecision[items.Count];

    public ContextScore[] Scores { get; } = new ContextScore[items.Count];
}
