using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>Fits prompts to their budget: chat prompts by message, plain text by passage.</summary>
internal sealed class PromptFitter(ContextFitter? fitter, TokenCounterRegistry counters, int? toolResultMaxTokens)
{
    // A tool's result that is cut to less says nothing any more, and the model would call the tool again.
    private const int LeastResultTokens = 64;

    /// <summary>Shortens a prompt that is sent as one message or as text; it comes back itself where it fits.</summary>
    /// <exception cref="ContextBudgetException">There is room for nothing of it.</exception>
    public string FitText(string prompt, ChatOptions? options, CallScope scope, string? query = null)
    {
        if (fitter is null)
        {
            return prompt;
        }

        var model = options?.ModelId ?? scope.Model;
        var counter = counters.ForModel(model);
        var chat = new ChatTokenCounter(counter, model);
        var frame = chat.CountMessage(new ChatMessage(ChatRole.User, "")) + ChatTokenCounter.ReplyPriming;
        var available = fitter.GetBudget(options, scope).Available - frame;
        if (counter.Count(prompt) <= available)
        {
            return prompt;
        }

        var fitted = TextFitter.FitText(prompt, Math.Max(available, 0), query ?? LastParagraph(prompt), counter);
        return string.IsNullOrWhiteSpace(fitted) && !string.IsNullOrWhiteSpace(prompt) ? throw NoRoom(frame, available) : fitted;
    }

    /// <summary>Fits a rendered chat prompt; it comes back itself where it fits.</summary>
    public string FitChat(ChatPrompt prompt, ChatOptions? options, CallScope scope)
    {
        if (fitter is null)
        {
            return prompt.Text;
        }

        var messages = prompt.Messages;
        var fit = fitter.FitInPlace(messages, options, scope, isRequest: true);
        return ReferenceEquals(fit.Messages, messages) ? prompt.Text : prompt.With(fit.KeptIndexes(), fit.Messages);
    }

    /// <summary>Shortens a tool's result to its cap and to what the messages before it leave over; it comes back itself where it fits.</summary>
    public string FitToolResult(string result, List<ChatMessage> before, ChatOptions? options, CallScope scope)
    {
        if (fitter is null)
        {
            return result;
        }

        var model = options?.ModelId ?? scope.Model;
        var counter = counters.ForModel(model);
        var chat = new ChatTokenCounter(counter, model);
        var frame = chat.CountMessage(new ChatMessage(ChatRole.Tool, "")) + ChatTokenCounter.ReplyPriming;
        var left = fitter.GetBudget(options, scope).Available - frame - chat.CountMessages(before);
        var most = Math.Min(toolResultMaxTokens ?? int.MaxValue, Math.Max(left, LeastResultTokens));
        return counter.Count(result) <= most
            ? result
            : TextFitter.FitText(result, most, before.LastOrDefault(static m => m.Role == ChatRole.User)?.Text, counter);
    }

    private static ContextBudgetException NoRoom(int frame, int available)
    {
        var least = frame + Math.Max(available, 0) + 1;
        return new ContextBudgetException(
            least, Math.Min(available + frame, least - 1), "That leaves nothing of the prompt. Raise MaxContextTokens, lower the output reserve, or offer fewer tools.");
    }

    // Templates put the question last.
    private static string LastParagraph(string prompt)
    {
        var text = prompt.AsSpan().TrimEnd();
        var start = text.LastIndexOf("\n\n");
        return (start < 0 ? text : text[(start + 2)..]).ToString();
    }
}
