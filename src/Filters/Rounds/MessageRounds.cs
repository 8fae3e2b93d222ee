using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>
/// The rounds of a chat client's tool loop. The loop works on a list of its own, which is ours to shorten: what it returns to its
/// caller it keeps elsewhere.
/// </summary>
internal sealed class MessageRounds(ContextFitter? fitter, PromptFitter prompts)
{
    // Functions that a model calls together are answered together, but the loop adds their results when all are done.
    private readonly ConditionalWeakTable<IList<ChatMessage>, Waiting> waiting = [];

    /// <summary>Fits what the next round will send, the newest result included.</summary>
    /// <returns>The newest result as it is to be sent; itself where it fits.</returns>
    public string Fit(FunctionInvocationContext context, string callId, string text, CallScope scope)
    {
        var pending = waiting.GetOrCreateValue(context.Messages);
        lock (pending)
        {
            var sent = context.Messages.Count;
            List<ChatMessage> round = [.. context.Messages, .. pending.Of(context.Iteration), Result(callId, text)];
            var fitted = FitRound(context, round, sent, scope)
                ?? prompts.FitToolResult(text, round[..^1], context.Options, scope);
            pending.Of(context.Iteration).Add(Result(callId, fitted));
            return fitted;
        }
    }

    internal static ChatMessage Result(string callId, string text) => new(ChatRole.Tool, [new FunctionResultContent(callId, text)]);

    internal static string? TextOf(ChatMessage message) => message.Contents.OfType<FunctionResultContent>().LastOrDefault()?.Result as string;

    // Null where even what must stay is too large.
    private string? FitRound(FunctionInvocationContext context, List<ChatMessage> round, int sent, CallScope scope)
    {
        ContextFit fit;
        try
        {
            fit = fitter!.FitInPlace(round, context.Options, scope, isRequest: false);
        }
        catch (ContextBudgetException)
        {
            return null;
        }

        if (ReferenceEquals(fit.Messages, round))
        {
            return TextOf(round[^1]);
        }

        var kept = fit.KeptIndexes();
        for (var i = sent - 1; i >= 0; i--)
        {
            var at = kept.BinarySearch(i);
            if (at < 0)
            {
                context.Messages.RemoveAt(i);
            }
            else if (!ReferenceEquals(round[i], fit.Messages[at]))
            {
                context.Messages[i] = fit.Messages[at];
            }
        }

        return kept.Count > 0 && kept[^1] == round.Count - 1 ? TextOf(fit.Messages[^1]) : null;
    }

    /// <summary>The results of the round that is under way.</summary>
    private sealed class Waiting
    {
        private readonly List<ChatMessage> results = [];
        private int iteration;

        public List<ChatMessage> Of(int round)
        {
            if (round != iteration)
            {
                results.Clear();
                iteration = round;
            }

            return results;
        }
    }
}
