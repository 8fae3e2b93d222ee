using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Decides what stays of a request whose beginning must not change: the history that the replay keeps, the running turn, and, in front
/// of the newest question, what of the rest matters to it.
/// </summary>
internal sealed class StablePlanner(FitPlanner scorer, FitWork work, FitPlan plan, ContextBudget budget, AgentSpecialization? agent)
{
    private readonly List<ContextItem> items = plan.Items;

    /// <summary>Gets the indexes of the items that stay for the question's sake.</summary>
    public List<int> Picks { get; } = [];

    /// <summary>Gets the message that quotes the picks which are no documents, if there are any.</summary>
    public ChatMessage? Quote { get; private set; }

    /// <summary>Gets the index of the item that the picks stand in front of; -1 where there is none.</summary>
    public int Question { get; } = NewestQuestion.Find(plan.Items, work.Messages);

    /// <summary>Decides.</summary>
    /// <param name="replay">What stays of the history.</param>
    /// <param name="marks">How much room the picks have.</param>
    /// <param name="inPlace">Whether nothing may be put in or moved: only documents are picked, and they stay where they are.</param>
    /// <returns>The tokens that cannot be left out; where they are more than the budget, the plan is void.</returns>
    public int Decide(PrefixReplay replay, Watermarks marks, bool inPlace)
    {
        var required = ChatTokenCounter.ReplyPriming;
        var running = new List<ContextItem>();
        var prefix = new Queue<int>();
        var rest = new List<int>();
        var behind = Question < 0 ? int.MaxValue : items[Question].LastMessage;
        for (var i = 0; i < items.Count; i++)
        {
            var isRunning = i == Question || (items[i].LastMessage > behind && !items[i].StandsAlone);
            if (items[i].Kind == ContextItemKind.System || (i == Question && items[i].Kind != ContextItemKind.ToolGroup))
            {
                plan.Decisions[i] = ContextDecision.Required;
                required += work.TokensOf(items[i]);
            }
            else if (isRunning && (replay.IsKept[i] || items[i].IsIncomplete))
            {
                plan.Decisions[i] = ContextDecision.CurrentTurn;
                running.Add(items[i]);
            }
            else
            {
                var isPrefix = replay.IsKept[i];
                plan.Decisions[i] = items[i].IsIncomplete ? ContextDecision.Orphaned : isPrefix ? ContextDecision.Kept : ContextDecision.Cut;
                (isPrefix ? prefix.Enqueue : isRunning ? static _ => { } : (Action<int>)rest.Add)(i);
            }
        }

        LimitResults(replay);
        foreach (var index in prefix.Where(i => items[i].MessageIndexes.Exists(work.IsExchanged)))
        {
            plan.Decisions[index] = ContextDecision.Shortened;
        }

        var queries = FitPlanner.Queries(items, work.Messages, Question);
        var room = budget.Available - required - prefix.Sum(i => work.TokensOf(items[i]));
        var turn = new RunningTurn(work, scorer.ShortenerOf(work, TextQuery.Of(queries.FirstOrDefault())), refersToRepeats: false).Fit(running, Math.Max(0, room));
        FitPlanner.MarkRunning(plan, running, work);
        while (turn > room && prefix.TryDequeue(out var oldest))
        {
            plan.Decisions[oldest] = ContextDecision.Cut;
            room += work.TokensOf(items[oldest]);
        }

        if (turn <= room && rest.Count > 0)
        {
            Pick(rest, [.. prefix], queries, Math.Min(marks.PickTokens(replay.SystemTokens), room - turn), inPlace);
        }

        return required + turn;
    }

    private void Pick(List<int> rest, List<int> prefix, List<string> queries, int room, bool inPlace)
    {
        if (Question < 0 || room <= 0)
        {
            return;
        }

        // The history that stays is scored with the rest: how rare a word is, and what a turn's neighbours are, shall not depend on the cut.
        List<int> scored = [.. rest.Concat(prefix).Order()];
        scorer.Score(work, plan, scored, queries, agent);
        var candidates = rest.FindAll(i => IsCandidate(i, inPlace));
        ItemSelector.Select(work, plan, candidates, room, agent);
        Picks.AddRange(candidates.Where(i => ContextFitItem.Keeps(plan.Decisions[i])));
        if (!inPlace)
        {
            QuotePicks(room);
        }
    }

    // A quote may be a little longer than what it quotes; the weakest turns give way.
    private void QuotePicks(int room)
    {
        var turns = Picks.FindAll(i => !items[i].StandsAlone);
        room -= Picks.Except(turns).Sum(i => work.TokensOf(items[i]));
        while (turns.Count > 0)
        {
            Quote = EarlierTurns.Quote(turns.Select(i => items[i]), work.Messages);
            if (work.Count(Quote) <= room)
            {
                break;
            }

            Quote = null;
            var weakest = turns.MinBy(i => plan.Scores[i].Total);
            turns.Remove(weakest);
            Picks.Remove(weakest);
            plan.Decisions[weakest] = ContextDecision.Cut;
        }

        foreach (var index in turns)
        {
            plan.Decisions[index] = ContextDecision.Quoted;
        }
    }

    private bool IsCandidate(int index, bool inPlace) =>
        !items[index].IsIncomplete
        && (items[index].StandsAlone
            ? inPlace || !EarlierTurns.IsQuote(work.Messages[items[index].FirstMessage])
            : !inPlace);

    private void LimitResults(PrefixReplay replay)
    {
        var question = "";
        for (var i = 0; i < items.Count; i++)
        {
            if (NewestQuestion.IsUserTurn(items[i], work.Messages))
            {
                question = work.Messages[items[i].FirstMessage].Text;
            }

            if (replay.IsKept[i] && replay.ResultLimits[i] > 0)
            {
                var results = scorer.ShortenerOf(work, TextQuery.Of(question));
                foreach (var result in results.Find(items[i].MessageIndexes).Where(r => r.Tokens > replay.ResultLimits[i]))
                {
                    results.Shorten(result, replay.ResultLimits[i]);
                }
            }
        }
    }
}
