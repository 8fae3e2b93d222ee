using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Context;

/// <summary>Finds the token counter of a model by its id. Thread-safe.</summary>
public sealed class TokenCounterRegistry
{
    // Ids come from callers; past this many unknown ones nothing more is remembered or logged.
    private const int MaxWarnings = 1000;

    private readonly ILogger logger;
    private readonly ConcurrentDictionary<string, TokenCounter> registered = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> warned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance of the <see cref="TokenCounterRegistry"/> class that knows OpenAI's model families.</summary>
    /// <param name="logger">Where the warning for an unknown model goes; none by default.</param>
    public TokenCounterRegistry(ILogger<TokenCounterRegistry>? logger = null) => this.logger = logger ?? NullLogger<TokenCounterRegistry>.Instance;

    /// <summary>Gets the registry of the process. It logs nothing.</summary>
    public static TokenCounterRegistry Default { get; } = new();

    /// <summary>Registers the counter of all models whose id begins with a prefix. It replaces an earlier one for the same prefix.</summary>
    /// <param name="modelIdPrefix">The beginning of the model id, without regard to letter case. The longest prefix that fits wins.</param>
    /// <param name="counter">The counter of these models.</param>
    /// <exception cref="ArgumentException"><paramref name="modelIdPrefix"/> is empty.</exception>
    public void Register(string modelIdPrefix, TokenCounter counter)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelIdPrefix);
        ArgumentNullException.ThrowIfNull(counter);
        registered[modelIdPrefix] = counter;
    }

    /// <summary>Finds the counter of a model.</summary>
    /// <param name="modelId">The model id, or <see langword="null"/> where it is not known.</param>
    /// <returns>
    /// The counter registered under the longest prefix of the id; else that of the model's family; else o200k_base, with one warning for
    /// each id (none for <see langword="null"/>).
    /// </returns>
    public TokenCounter ForModel(string? modelId)
    {
        if (string.IsNullOrEmpty(modelId))
        {
            return TokenCounter.O200kBase;
        }

        return FindRegistered(modelId) ?? ModelFamilies.CounterOf(modelId) ?? Fallback(modelId);
    }

    private TokenCounter? FindRegistered(string modelId)
    {
        TokenCounter? found = null;
        var length = 0;
        foreach (var (prefix, counter) in registered)
        {
            if (prefix.Length > length && modelId.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                (found, length) = (counter, prefix.Length);
            }
        }

        return found;
    }

    private TokenCounter Fallback(string modelId)
    {
        if (warned.Count < MaxWarnings && warned.TryAdd(modelId, true))
        {
            Log.UnknownModel(logger, modelId);
        }

        return TokenCounter.O200kBase;
    }
}
