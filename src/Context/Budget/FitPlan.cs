namespace Parsimony.Context;

/// <summary>The items of a request, and what became of each.</summary>
internal sealed class FitPlan(List<ContextItem> items)
{
    public List<ContextItem> Items { get; } = items;

    public ContextDecision[] Decisions { get; } = new ContextDecision[items.Count];

    public ContextScore[] Scores { get; } = new ContextScore[items.Count];
}
