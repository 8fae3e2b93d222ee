using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Learns from the <c>usage</c> of replies how far counts are off where no verified rule says what a model charges: models that are not
/// known, and tools, tool calls, images and reply schemas of those that are. Text alone, sent to a model whose encoding is known, is
/// counted exactly and never touched. Bounded, by model. Thread-safe.
/// </summary>
internal sealed class UsageCalibration
{
    private const int MaxModels = 256;

    // In a shorter request the frame weighs more than what the next one will be made of.
    private const int LeastTokens = 100;

    private readonly ConcurrentDictionary<string, UsageRatios> models = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the factor for a request.</summary>
    /// <param name="model">The model; where it is not known, nothing is learned or changed.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options, if any.</param>
    /// <returns>What a count of the request is to be multiplied with; 1 where it is verified or nothing was learned.</returns>
    public double FactorOf(string? model, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
        => model is not null && models.TryGetValue(model, out var ratios) && !IsVerified(model, messages, options) ? ratios.Factor : 1;

    /// <summary>Applies a factor to a budget instead of to the counts: what fits it then fits the budget when it is multiplied.</summary>
    public static ContextBudget Apply(ContextBudget budget, double factor)
    {
        if (factor == 1)
        {
            return budget;
        }

        var whole = Math.Floor(((double)budget.Available + budget.ToolTokens) / factor) - budget.ToolTokens;
        return budget with { Available = (int)Math.Clamp(whole, 0, int.MaxValue) };
    }

    /// <summary>Learns from a reply.</summary>
    /// <param name="model">The model that the request was made to.</param>
    /// <param name="messages">The messages as they were sent.</param>
    /// <param name="options">The options they were sent with.</param>
    /// <param name="counter">The counter of the model.</param>
    /// <param name="reported">The prompt tokens the reply reports, cached ones included.</param>
    public void Learn(string? model, IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatTokenCounter counter, long? reported)
    {
        if (model is null || reported is not > 0 || IsOfMore(options) || IsVerified(model, messages, options))
        {
            return;
        }

        var counted = counter.CountRequest(messages, options);
        if (counted < LeastTokens)
        {
            return;
        }

        if (models.Count >= MaxModels && !models.ContainsKey(model))
        {
            models.Clear();
        }

        models.GetOrAdd(model, static _ => new UsageRatios()).Add((double)reported.Value / counted);
    }

    // A conversation that the service keeps, and what tools of its own read, are in its usage and not in what was sent.
    private static bool IsOfMore(ChatOptions? options)
        => options?.ConversationId is not null || options?.Tools?.Any(static tool => tool is not AIFunctionDeclaration) == true;

    private static bool IsVerified(string model, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        if (ModelFamilies.CounterOf(model) is null || options is { Tools.Count: > 0 } or { ResponseFormat: ChatResponseFormatJson { Schema: not null } })
        {
            return false;
        }

        for (var i = 0; i < messages.Count; i++)
        {
            var contents = messages[i].Contents;
            for (var c = 0; c < contents.Count; c++)
            {
                if (contents[c] is not TextContent)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
