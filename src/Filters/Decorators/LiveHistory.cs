using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>
/// The copy of a history that a service works on. What the service's tool loop appends goes to the caller's history whole; the
/// copy is fitted to the budget again when all calls of a round have their results, so that every round of the loop keeps to it,
/// and a round that cannot leaves no call in the caller's history without its result.
/// </summary>
internal sealed class LiveHistory(IEnumerable<ChatMessageContent> sent, ServiceCall call, ContextFitter? fitter, FailOpen faults) : ChatHistory(sent)
{
    private readonly List<ChatMessageContent> appended = [];

    /// <summary>Gets what was appended, in order, as it was appended.</summary>
    public IReadOnlyList<ChatMessageContent> Appended => appended;

    public override void Add(ChatMessageContent item)
    {
        base.Add(item);
        appended.Add(item);
        call.History.Add(item);
        if (item.Role == AuthorRole.Tool && IsRoundComplete())
        {
            Fit();
        }
    }

    public override void AddRange(IEnumerable<ChatMessageContent> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            Add(item);
        }
    }

    private bool IsRoundComplete()
    {
        var results = 0;
        for (var i = Count - 1; i >= 0; i--)
        {
            var calls = this[i].Items.OfType<FunctionCallContent>().Count();
            if (calls > 0)
            {
                return results >= calls;
            }

            if (this[i].Role == AuthorRole.Tool)
            {
                // Some connectors give a result as text alone.
                results += Math.Max(1, this[i].Items.OfType<FunctionResultContent>().Count());
            }
        }

        return true;
    }

    private void Fit()
    {
        if (fitter is null)
        {
            return;
        }

        ContextFit fit;
        List<Ai.ChatMessage> messages;
        try
        {
            messages = HistoryTranslation.ToChatMessages([.. this]);
            fit = fitter.FitInPlace(messages, call.Options, call.Scope, isRequest: true);
        }
        catch (Exception e) when (e is not ContextBudgetException)
        {
            faults.Report("budget", e);
            return;
        }

        if (ReferenceEquals(fit.Messages, messages))
        {
            return;
        }

        HistoryEditing.Keep(this, messages, fit, fit.KeptIndexes());
    }
}
