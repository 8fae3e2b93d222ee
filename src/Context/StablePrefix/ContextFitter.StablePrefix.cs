using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <content>Requests whose beginning must not change (<see cref="ContextMode.StablePrefix"/>).</content>
public sealed partial class ContextFitter
{
    private ContextFit FitStable(
        IReadOnlyList<ChatMessage> messages, FitWork work, int before, ContextBudget full, ContextBudget budget, CallScope scope, bool inPlace)
    {
        var marks = Watermarks.Of(options, full.Available, budget.Available);
        if (work.Total <= budget.Available && work.Total <= marks.HighTokens(0))
        {
            return Whole(messages, work, before, budget);
        }

        var plan = new FitPlan(ItemGrouper.Group(work.Messages), options.ImportanceThreshold);
        var agent = budgets.AgentOf(scope);
        var replay = PrefixReplay.Run(work, plan.Items, marks, agent);
        if (!replay.HasCut && work.Total <= budget.Available)
        {
            return Whole(messages, work, before, budget);
        }

        var scorer = new FitPlanner(texts, options, compactor);
        var planner = new StablePlanner(scorer, work, plan, budget, agent);
        var required = planner.Decide(replay, marks, inPlace);
        if (required > budget.Available && required <= full.Available)
        {
            // Memory pressure takes what can go, never what must stay.
            budget = full with { Available = required };
            planner = new StablePlanner(scorer, work, plan, budget, agent);
            required = planner.Decide(replay, marks, inPlace);
        }

        ThrowIfTooLarge(work, plan, budget, required);
        return Fitted(work, plan, inPlace ? FitReport.KeptMessages(work, plan) : StableLayout.Of(work, plan, planner), before, budget);
    }
}
