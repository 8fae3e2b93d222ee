using System.Collections.Concurrent;

namespace Parsimony.Context;

/// <summary>The counters of requests by model, over the memories of their kinds of token.</summary>
internal sealed class ChatCounters(TokenCounterRegistry registry)
{
    private const int MaxModels = 256;

    private readonly ConcurrentDictionary<string, ChatTokenCounter> byModel = new(StringComparer.Ordinal);

    public ChatTokenCounter For(string? model)
    {
        // The registry is asked each time: a counter may be registered late, and it answers from a table.
        var text = RememberingTokenCounter.Of(registry.ForModel(model));
        var key = model ?? "";
        if (byModel.TryGetValue(key, out var known) && known.Counter == text)
        {
            return known;
        }

        if (byModel.Count >= MaxModels)
        {
            byModel.Clear();
        }

        return byModel[key] = new ChatTokenCounter(text, model);
    }
}
