using System.Collections.Concurrent;

namespace Parsimony.Context;

/// <summary>The counters of requests by model, each with a memory of its own kind of token.</summary>
internal sealed class ChatCounters(TokenCounterRegistry registry)
{
    private const int MaxModels = 256;

    private readonly ConcurrentDictionary<TokenCounter, RememberingTokenCounter> remembering = new();
    private readonly ConcurrentDictionary<string, ChatTokenCounter> byModel = new(StringComparer.Ordinal);

    public ChatTokenCounter For(string? model)
    {
        // The registry is asked each time: a counter may be registered late, and it answers from a table.
        var text = registry.ForModel(model);
        var key = model ?? "";
        if (byModel.TryGetValue(key, out var known) && remembering.TryGetValue(text, out var current) && known.Counter == current)
        {
            return known;
        }

        if (byModel.Count >= MaxModels)
        {
            byModel.Clear();
        }

        return byModel[key] = new ChatTokenCounter(remembering.GetOrAdd(text, static t => new RememberingTokenCounter(t)), model);
    }
}
