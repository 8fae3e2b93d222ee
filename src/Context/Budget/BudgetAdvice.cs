using System.Globalization;

namespace Parsimony.Context;

/// <summary>Says what takes the tokens of a request that cannot be fitted, and what to do about it.</summary>
internal static class BudgetAdvice
{
    public static string For(IReadOnlyList<ContextItem> items, FitWork work, ContextBudget budget, int required)
    {
        var system = items.Where(static i => i.Kind == ContextItemKind.System).Sum(work.TokensOf);
        var question = NewestQuestion.Find(items, work.Messages);
        var user = question < 0 || items[question].Kind == ContextItemKind.ToolGroup ? 0 : work.TokensOf(items[question]);
        var turn = Math.Max(0, required - system - user - ChatTokenCounter.ReplyPriming);
        var cut = system >= user && system >= turn ? "the system messages"
            : user >= turn ? "the newest user message"
            : "the newest tool call";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"System messages take {system}, the newest user message {user}, the newest tool call {turn}, the tools {budget.ToolTokens}; {budget.ReplyReserve} of the window of {budget.Window} are kept for the reply. Cut {cut} first, send fewer tools, lower the reply reserve, or raise the window or the cap of the budget.");
    }
}
