namespace Parsimony.Context;

/// <summary>Turns what was decided into what the caller is given.</summary>
internal static class FitReport
{
    /// <summary>Gathers the messages that stay, in their order, and their tokens.</summary>
    public static FittedMessages KeptMessages(FitWork work, FitPlan plan)
    {
        var stays = new bool[work.Messages.Length];
        for (var i = 0; i < plan.Items.Count; i++)
        {
            foreach (var index in plan.Items[i].MessageIndexes)
            {
                stays[index] = ContextFitItem.Keeps(plan.Decisions[i]);
            }
        }

        var fitted = new FittedMessages();
        for (var i = 0; i < stays.Length; i++)
        {
            if (stays[i])
            {
                fitted.Add(work.Messages[i], work.Tokens[i]);
            }
        }

        return fitted;
    }

    public static IReadOnlyList<ContextFitItem> OfPlan(FitWork work, FitPlan plan) =>
        [.. plan.Items.Select((item, i) => new ContextFitItem(
            item.Kind, item.MessageIndexes, work.OriginalTokensOf(item), plan.Scores[i], plan.Decisions[i])
        {
            FittedTokens = ContextFitItem.Keeps(plan.Decisions[i]) ? work.TokensOf(item) : 0,
        })];

    /// <summary>The report of a request from which nothing had to go.</summary>
    public static IReadOnlyList<ContextFitItem> OfWhole(FitWork work)
    {
        var items = ItemGrouper.Group(work.Originals);
        var question = NewestQuestion.Find(items, work.Originals);
        return [.. items.Select((item, i) => new ContextFitItem(
            item.Kind,
            item.MessageIndexes,
            work.OriginalTokensOf(item),
            default,
            item.MessageIndexes.Exists(work.IsExchanged) ? ContextDecision.Shortened
                : i == question || item.Kind == ContextItemKind.System ? ContextDecision.Required
                : ContextDecision.Kept)
        {
            FittedTokens = work.TokensOf(item),
        })];
    }
}
