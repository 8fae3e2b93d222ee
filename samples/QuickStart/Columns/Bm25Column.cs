using Microsoft.Extensions.AI;
using Parsimony.Context;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>Plain retrieval: the articles that BM25 ranks highest, as many as the budget holds beside the last turns. No cache.</summary>
internal sealed class Bm25Column : ChatClientColumn
{
    private const int KeptExchanges = 2;

    private readonly ChatTokenCounter counter = new(TokenCounter.O200kBase);
    private readonly Bm25 index;
    private readonly int[] documentTokens;
    private readonly int budget;

    public Bm25Column(DeskPrompt prompt, ModelDoor door, int budget)
        : base("BM25 top-k", prompt, door)
    {
        this.budget = budget;
        index = new([.. prompt.Documents.Select(document => document.Text)]);
        documentTokens = [.. prompt.Documents.Select(counter.CountMessage)];
    }

    public override string Explanation => $"the articles with the best BM25 scores up to the same {budget:n0} tokens, the last {KeptExchanges} exchanges without tool results, no cache";

    protected override IChatClient Client => Door;

    protected override List<ChatMessage> Compose(DeskTurn turn, IReadOnlyList<ChatMessage> history)
    {
        var spoken = history.Where(message => message.Text.Length > 0).TakeLast(2 * KeptExchanges).ToList();
        var left = budget - counter.CountRequest(Prompt.Request([], spoken, turn.Message.Text), options: null);
        var taken = new SortedSet<int>();
        foreach (var document in index.Rank(turn.Message.Text))
        {
            if (documentTokens[document] <= left)
            {
                left -= documentTokens[document];
                taken.Add(document);
            }
        }

        return Prompt.Request(taken.Select(document => Prompt.Documents[document]), spoken, turn.Message.Text);
    }
}
