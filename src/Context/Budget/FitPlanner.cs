using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Decides what stays of a request that is too large: what must stay, then the running turn, then the best of the rest, in shorter forms
/// where that keeps more of it.
/// </summary>
internal sealed class FitPlanner(TextFeatureCache texts, ContextBudgetOptions options, TextCompactor compactor)
{
    /// <summary>How many earlier user messages may stand in for a newest one that says nothing by itself.</summary>
    private const int MaxQueries = 3;

    /// <summary>Decides.</summary>
    /// <param name="work">The request. Tool results of the running turn may be shortened in it.</param>
    /// <param name="plan">Receives the decisions.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="agent">What is known of the agent.</param>
    /// <param name="app">The app's own shorter texts, where it has any.</param>
    /// <returns>The tokens that cannot be left out; where they are more than the budget, the plan is void.</returns>
    public int Decide(FitWork work, FitPlan plan, ContextBudget budget, AgentSpecialization? agent, AppTexts? app)
    {
        var items = plan.Items;
        var question = NewestQuestion.Find(items, work.Messages);
        var required = ChatTokenCounter.ReplyPriming;
        var running = new List<ContextItem>();
        var rest = new List<int>();
        var behind = question < 0 ? int.MaxValue : items[question].LastMessage;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == ContextItemKind.System || (i == question && items[i].Kind != ContextItemKind.ToolGroup))
            {
                plan.Decisions[i] = ContextDecision.Required;
                required += work.TokensOf(items[i]);
            }
            else if (i == question || (items[i].LastMessage > behind && !items[i].StandsAlone))
            {
                plan.Decisions[i] = ContextDecision.CurrentTurn;
                running.Add(items[i]);
            }
            else
            {
                plan.Decisions[i] = items[i].IsIncomplete ? ContextDecision.Orphaned : ContextDecision.Cut;
                rest.Add(i);
            }
        }

        var queries = Queries(items, work.Messages, question);
        var room = budget.Available - required;
        var query = TextQuery.Of(queries.FirstOrDefault());
        var compacts = options.EnableCompaction;
        var refers = compacts && compactor.IsEnabled(ContextCompactors.References);
        var turn = new RunningTurn(work, ShortenerOf(work, query), refers).Fit(running, Math.Max(0, room));
        MarkRunning(plan, running, work);
        if (turn > room)
        {
            return required + turn;
        }

        Score(work, plan, rest, queries, agent);
        if (compacts)
        {
            new CompactingPick(work, plan, new CompactionTools(compactor, query, app), agent).Run(rest, running, room - turn);
        }
        else
        {
            ItemSelector.Select(work, plan, rest, room - turn, agent);
        }

        return required + turn;
    }

    /// <summary>Gets what shortens the tool results of a request.</summary>
    public ToolResultShortener ShortenerOf(FitWork work, TextQuery query) => new(work, query, options.EnableCompaction ? compactor : null);

    public void Score(FitWork work, FitPlan plan, List<int> rest, List<string> queries, AgentSpecialization? agent)
    {
        var items = rest.ConvertAll(i => Scored(work, plan.Items[i]));
        var scores = new ItemScorer(texts).Score(new ScoringInput(items, queries, agent), options);
        for (var i = 0; i < rest.Count; i++)
        {
            plan.Scores[rest[i]] = scores[i];
        }
    }

    private ScoredItem Scored(FitWork work, ContextItem item)
    {
        var first = work.Messages[item.FirstMessage];
        var speaker = Speaker.Of(first);
        return new ScoredItem(
            item.Kind,
            Texts(item.MessageIndexes.Select(m => work.Messages[m])).ConvertAll(texts.Get),
            work.TokensOf(item),
            first.Role == ChatRole.User,
            speaker,
            item.Importance is { } importance ? (2 * importance) - 1 : 0)
        {
            NameWords = speaker is not null && string.IsNullOrEmpty(first.AuthorName) ? texts.Get(speaker).Terms.ContentWords : 0,
        };
    }

    public static void MarkRunning(FitPlan plan, List<ContextItem> running, FitWork work)
    {
        var kept = running.ToHashSet();
        for (var i = 0; i < plan.Items.Count; i++)
        {
            if (plan.Decisions[i] == ContextDecision.CurrentTurn)
            {
                plan.Decisions[i] = !kept.Contains(plan.Items[i]) ? ContextDecision.TooLarge
                    : plan.Items[i].MessageIndexes.Exists(work.IsExchanged) ? ContextDecision.Shortened
                    : ContextDecision.CurrentTurn;
            }
        }
    }

    public static List<string> Queries(List<ContextItem> items, ChatMessage[] messages, int question)
    {
        var queries = new List<string>(MaxQueries);
        for (var i = question; i >= 0 && queries.Count < MaxQueries; i--)
        {
            if (i == question || (items[i].Kind == ContextItemKind.Turn && messages[items[i].FirstMessage].Role == ChatRole.User))
            {
                var text = string.Join('\n', Texts([messages[items[i].FirstMessage]]));
                if (text.Length > 0)
                {
                    queries.Add(text);
                }
            }
        }

        return queries;
    }

    private static List<string> Texts(IEnumerable<ChatMessage> messages)
    {
        var texts = new List<string>();
        foreach (var message in messages)
        {
            MessageTexts.AddTo(texts, message);
        }

        return texts;
    }
}
