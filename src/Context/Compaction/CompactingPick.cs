namespace Parsimony.Context;

/// <summary>
/// Picks items under a budget when some of them can be written shorter. Each step is taken only where the one before it was not enough:
/// references and gentle forms, the least relevant items first; the pick; forms cut short for items that the pick left out although they
/// score best and for items that take a large share, and the pick again; then longer forms and left-out items in the room that is left.
/// </summary>
/// <remarks>
/// The budget holds after each step, items stay whole groups, and the same request gives the same result. Beside two picks and a sort,
/// at most <see cref="MostCut"/> items and those that take a quarter of the room are written anew, so the time is O(n log n) in the
/// number of items and linear in the texts of these few.
/// </remarks>
internal sealed class CompactingPick(FitWork work, FitPlan plan, CompactionTools tools, AgentSpecialization? agent)
{
    /// <summary>So many of the items that were left out get a second chance in a shorter form.</summary>
    private const int MostCut = 8;

    /// <summary>An item cut short may take this part of the room, so that it leaves most of it to others.</summary>
    private const double LargestShare = 0.25;

    /// <summary>What is cut to less is left out.</summary>
    private const int FewestTokens = 64;

    private readonly Dictionary<int, CompactableItem> compactable = [];
    private List<int> rest = [];
    private int room;

    /// <summary>Picks.</summary>
    /// <param name="candidates">The indexes of the items to pick from.</param>
    /// <param name="running">The items that stay in any case, whose results may be referred to.</param>
    /// <param name="available">The tokens there are.</param>
    public void Run(List<int> candidates, IReadOnlyList<ContextItem> running, int available)
    {
        (rest, room) = (candidates, available);
        if (Total() > room)
        {
            Find();
        }

        if (compactable.Count == 0)
        {
            Pick();
            return;
        }

        var references = new ItemReferences(work, compactable.Values, running, tools.Compactor.Segments);
        var refers = tools.Compactor.IsEnabled(ContextCompactors.References);
        if (refers)
        {
            references.ToRunning();
            references.Among(static _ => true);
        }

        CompactUntilAllFits();
        if (Total() > room)
        {
            references.Undo();
            Pick();
            if (CutShort())
            {
                Pick();
            }

            WriteLonger();
            if (refers)
            {
                var kept = compactable.Where(c => IsKept(c.Key)).Select(static c => c.Value).ToHashSet();
                references.Among(kept.Contains);
            }

            TakeWhatFits();
        }
        else
        {
            Pick();
        }

        Mark();
    }

    private void Pick() => ItemSelector.Select(work, plan, rest, room, agent);

    private int Total() => rest.Sum(i => plan.Items[i].IsIncomplete ? 0 : work.TokensOf(plan.Items[i]));

    private bool IsKept(int item) => ContextFitItem.Keeps(plan.Decisions[item]);

    private int Left() => room - rest.Sum(i => IsKept(i) ? work.TokensOf(plan.Items[i]) : 0);

    private void Find()
    {
        foreach (var index in rest)
        {
            if (CompactableItem.Of(work, plan.Items[index], tools) is { } item)
            {
                compactable.Add(index, item);
            }
        }
    }

    private void CompactUntilAllFits()
    {
        var total = Total();
        foreach (var (_, item) in compactable.OrderBy(c => plan.Scores[c.Key].Total).ThenBy(static c => c.Key))
        {
            if (total <= room)
            {
                return;
            }

            total -= item.Tokens;
            item.Gently();
            total += item.Tokens;
        }
    }

    // Gives shorter forms to what was left out and to what takes much; the next pick says which of them it wants.
    private bool CutShort()
    {
        var limit = Math.Max(FewestTokens, (int)(room * LargestShare));
        var any = false;
        var chances = MostCut;
        foreach (var index in ByWorth(compactable.Keys))
        {
            var item = compactable[index];
            if (!IsKept(index) && --chances < 0)
            {
                continue;
            }

            if (item.Tokens > limit)
            {
                any |= item.To(limit);
            }
        }

        return any;
    }

    // What the pick left room for goes to the items that were cut short, best first.
    private void WriteLonger()
    {
        foreach (var index in ByWorth(compactable.Keys))
        {
            var item = compactable[index];

            // The room is summed anew only for the few that were cut short.
            if (item.IsCut && IsKept(index) && Left() is > 0 and var left)
            {
                item.To(item.Tokens + left);
            }
        }
    }

    private void TakeWhatFits()
    {
        var left = Left();
        var chances = MostCut;
        foreach (var index in ByWorth(rest.Where(i => !IsKept(i))))
        {
            var item = compactable.GetValueOrDefault(index);
            var tokens = work.TokensOf(plan.Items[index]);
            if (tokens > left && left >= FewestTokens && item is not null && --chances >= 0 && item.To(left))
            {
                tokens = item.Tokens;
            }

            if (tokens <= left)
            {
                left -= tokens;
                plan.Decisions[index] = ItemSelector.Kept(work, plan.Items[index]);
            }
        }
    }

    // The best first, in the order of the classes; what is to go before all others gets no second chance.
    private IEnumerable<int> ByWorth(IEnumerable<int> items) => items
        .Select(i => (Index: i, Order: ItemSelector.OrderOf(plan, i, agent)))
        .Where(static i => i.Order < ItemSelector.Order.Excluded)
        .OrderBy(static i => i.Order)
        .ThenByDescending(i => plan.Scores[i.Index].Total)
        .ThenByDescending(static i => i.Index)
        .Select(static i => i.Index);

    private void Mark()
    {
        foreach (var (index, item) in compactable)
        {
            if (IsKept(index) && item.IsChanged)
            {
                plan.Decisions[index] = ContextDecision.Compacted;
            }
        }
    }
}
