using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.Cli;

/// <summary>Fits a conversation with a question behind it into a share of the conversation's tokens.</summary>
/// <remarks>
/// The share is of the turns' tokens (o200k, chat format, frames included), rounded down, and it is there for the turns alone: the
/// question's own tokens and the priming of the reply, which no choice could save, come on top.
/// </remarks>
internal sealed class ShareFitting
{
    private readonly ContextFitter fitter;
    private readonly ChatTokenCounter counter;
    private readonly Conversation conversation;
    private readonly Dictionary<ChatMessage, int> indexes = new(ReferenceEqualityComparer.Instance);
    private readonly int[] tokens;

    public ShareFitting(ContextFitter fitter, Conversation conversation)
    {
        this.fitter = fitter;
        this.conversation = conversation;
        counter = new ChatTokenCounter(TokenCounter.O200kBase);
        tokens = [.. conversation.Turns.Select(counter.CountMessage)];
        for (var i = 0; i < conversation.Turns.Count; i++)
        {
            indexes.Add(conversation.Turns[i], i);
        }
    }

    /// <summary>Fits one question.</summary>
    /// <param name="question">The question, the last user message.</param>
    /// <param name="percent">The share, 1 to 100.</param>
    /// <param name="time">How long the fit took.</param>
    /// <returns>The indexes of the turns that stayed whole.</returns>
    public HashSet<int> Fit(string question, int percent, out TimeSpan time)
    {
        var asked = new ChatMessage(ChatRole.User, question);
        var share = (int)((long)tokens.Sum() * percent / 100);
        ChatMessage[] request = [.. conversation.Turns, asked];
        var available = share + counter.CountMessage(asked) + ChatTokenCounter.ReplyPriming;
        var kept = FittedTurns(request, available, percent, out time);
        if (kept.Sum(index => tokens[index]) > share)
        {
            throw new InvalidOperationException($"The fitted conversation of line {conversation.Line.Number} is larger than its budget: its recall would mean nothing.");
        }

        return kept;
    }

    private HashSet<int> FittedTurns(ChatMessage[] request, int available, int percent, out TimeSpan time)
    {
        try
        {
            var start = TimeProvider.System.GetTimestamp();
            var fit = fitter.Fit(request, available);
            time = TimeProvider.System.GetElapsedTime(start);

            // What is read is what would be sent, not what the fitter says about it.
            return [.. fit.Messages.Where(indexes.ContainsKey).Select(message => indexes[message])];
        }
        catch (ContextBudgetException fault)
        {
            throw conversation.Line.Fail($"what must stay does not fit into {percent} % of the conversation. {fault.Message.TrimEnd('.')}", "Leave system messages out of the turns.");
        }
    }
}
