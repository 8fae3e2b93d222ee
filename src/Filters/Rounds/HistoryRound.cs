using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>A round of an older connector's tool loop, whose history is alive: what is taken out of it is not sent.</summary>
internal static class HistoryRound
{
    /// <summary>Fits what the next round will send, the newest result included.</summary>
    /// <returns>The newest result as it is to be sent; itself where it fits.</returns>
    public static string Fit(AutoFunctionInvocationContext context, KernelEngine engine, string callId, string text, CallScope scope)
    {
        List<ChatMessage> round = [.. HistoryTranslation.ToChatMessages([.. context.ChatHistory]), MessageRounds.Result(callId, text)];
        var options = SettingsTranslation.ToChatOptions(context.ExecutionSettings, context.Kernel);

        // The history of a prompt was made for it; any other is the app's, and nothing of it may go.
        return (FunctionFlow.Current?.IsPrompt == true ? FitRound(context, engine.Fitter!, round, options, scope) : null)
            ?? engine.Prompts.FitToolResult(text, round[..^1], options, scope);
    }

    // Null where even what must stay is too large.
    private static string? FitRound(AutoFunctionInvocationContext context, ContextFitter fitter, List<ChatMessage> round, ChatOptions options, CallScope scope)
    {
        ContextFit fit;
        try
        {
            fit = fitter.FitInPlace(round, options, scope, isRequest: false);
        }
        catch (ContextBudgetException)
        {
            return null;
        }

        if (ReferenceEquals(fit.Messages, round))
        {
            return MessageRounds.TextOf(round[^1]);
        }

        var kept = fit.KeptIndexes();
        HistoryEditing.Keep(context.ChatHistory, round, fit, kept);
        return kept.Count > 0 && kept[^1] == round.Count - 1 ? MessageRounds.TextOf(fit.Messages[^1]) : null;
    }
}
