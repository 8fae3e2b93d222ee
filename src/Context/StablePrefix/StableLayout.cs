namespace Parsimony.Context;

/// <summary>Lines up a request whose beginning must not change: system messages and history, the quote, the documents, the question, the running turn.</summary>
internal static class StableLayout
{
    public static FittedMessages Of(FitWork work, FitPlan plan, StablePlanner planner)
    {
        var fitted = new FittedMessages();
        var stays = new bool[work.Messages.Length];
        for (var i = 0; i < plan.Items.Count; i++)
        {
            var isInPlace = ContextFitItem.Keeps(plan.Decisions[i]) && plan.Decisions[i] != ContextDecision.Quoted;
            foreach (var index in plan.Items[i].MessageIndexes)
            {
                stays[index] = isInPlace;
            }
        }

        var moved = planner.Picks.FindAll(i => plan.Decisions[i] != ContextDecision.Quoted).ConvertAll(i => plan.Items[i].FirstMessage);
        moved.ForEach(index => stays[index] = false);
        var question = planner.Question < 0 ? -1 : plan.Items[planner.Question].FirstMessage;
        for (var i = 0; i < stays.Length; i++)
        {
            if (i == question)
            {
                if (planner.Quote is { } quote)
                {
                    fitted.AddNew(quote, work.Count(quote));
                }

                moved.ForEach(index => fitted.Add(work.Messages[index], work.Tokens[index]));
            }

            if (stays[i])
            {
                fitted.Add(work.Messages[i], work.Tokens[i]);
            }
        }

        return fitted;
    }
}
