namespace Parsimony.Context;

/// <summary>
/// Picks items under a budget: kinds that the agent requires, then the rest, then kinds it excludes; in each the best score for its size
/// first, as long as there is room (greedy: at most one item's size from the best possible, in practice nearer).
/// </summary>
internal static class ItemSelector
{
    /// <summary>
    /// How much size counts against an item: its score is divided by tokens to this power. At 0 long items win because they hold more
    /// words, at 1 scraps win because they are cheap.
    /// </summary>
    private const double SizeExponent = 0.25;

    private enum Order
    {
        Required,
        Normal,
        Excluded,
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
            .Select(i => (Index: i, Tokens: work.TokensOf(plan.Items[i]), Order: OrderOf(plan.Items[i], agent)))
            .OrderBy(c => c.Order)
            .ThenByDescending(c => plan.Scores[c.Index].Total / Math.Pow(c.Tokens, SizeExponent))
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
                plan.Decisions[index] = plan.Items[index].MessageIndexes.Exists(work.IsExchanged) ? ContextDecision.Shortened : ContextDecision.Kept;
            }
            else
            {
                plan.Decisions[index] = tokens > all ? ContextDecision.TooLarge
                    : order == Order.Excluded ? ContextDecision.Excluded
                    : ContextDecision.Cut;
            }
        }
    }

    private static Order OrderOf(ContextItem item, AgentSpecialization? agent) =>
        item.IsIncomplete ? Order.Never
        : agent is null ? Order.Normal
        : agent.RequiredKinds.Contains(item.Kind) ? Order.Required
        : agent.ExcludedKinds.Contains(item.Kind) ? Order.Excluded
        : Order.Normal;
}
