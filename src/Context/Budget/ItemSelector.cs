namespace Parsimony.Context;

/// <summary>
/// Picks items under a budget: kinds that the agent requires, then the rest, then kinds it excludes and what the app calls unimportant; in each the best score first, as
/// long as there is room.
/// </summary>
/// <remarks>
/// A score is the logarithm of an item's value for each of its tokens, so this is the greedy choice by value per token: within each
/// class the kept set is worth at least what the best possible one is, less the value of one item, the first that found no room (Dantzig 1957).
/// </remarks>
internal static class ItemSelector
{
    /// <summary>The classes of items, in the order in which they are picked.</summary>
    public enum Order
    {
        /// <summary>A kind that the agent requires.</summary>
        Required,

        /// <summary>All others.</summary>
        Normal,

        /// <summary>A kind that the agent excludes, or what the app calls unimportant.</summary>
        Excluded,

        /// <summary>What no model would take.</summary>
        Never,
    }

    /// <summary>Picks.</summary>
    /// <param name="work">The request.</param>
    /// <param name="plan">Holds the scores and receives the decisions.</param>
    /// <param name="candidates">The indexes of the items to pick from.</param>
    /// <param name="room">The tokens there are.</param>
    /// <param name="agent">What is known of the agent.</param>
    public static void Select(FitWork work, FitPlan plan, List<int> candidates, int room, AgentSpecialization? agent)
    {
        var ordered = candidates
            .Select(i => (Index: i, Tokens: work.TokensOf(plan.Items[i]), Order: OrderOf(plan, i, agent)))
            .OrderBy(c => c.Order)
            .ThenByDescending(c => plan.Scores[c.Index].Total)
            .ThenByDescending(c => c.Index);
        var all = room;
        foreach (var (index, tokens, order) in ordered)
        {
            if (order == Order.Never)
            {
                continue;
            }

            if (tokens <= room)
            {
                room -= tokens;
                plan.Decisions[index] = Kept(work, plan.Items[index]);
            }
            else
            {
                plan.Decisions[index] = tokens > all ? ContextDecision.TooLarge
                    : order == Order.Excluded ? ContextDecision.Excluded
                    : ContextDecision.Cut;
            }
        }
    }

    /// <summary>Finds the class of an item.</summary>
    public static Order OrderOf(FitPlan plan, int index, AgentSpecialization? agent)
    {
        var item = plan.Items[index];
        return item.IsIncomplete ? Order.Never
            : agent?.RequiredKinds.Contains(item.Kind) == true ? Order.Required
            : agent?.ExcludedKinds.Contains(item.Kind) == true || item.Importance < plan.ImportanceThreshold ? Order.Excluded
            : Order.Normal;
    }

    /// <summary>Says how an item is kept in the form that it has now.</summary>
    public static ContextDecision Kept(FitWork work, ContextItem item) =>
        item.MessageIndexes.Exists(work.IsExchanged) ? ContextDecision.Shortened : ContextDecision.Kept;
}
