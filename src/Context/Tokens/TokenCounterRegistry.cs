using Microsoft.Extensions.Logging;

namespace Parsimony.Context;

/// <summary>Finds the token counter of a model by its id. Thread-safe.</summary>
public sealed class TokenCounterRegistry
{
    /// <summary>Initializes a new instance of the <see cref="TokenCounterRegistry"/> class that knows OpenAI's model families.</summary>
    /// <param name="logger">Where the warning for an unknown model goes; none by default.</param>
    public TokenCounterRegistry(ILogger<TokenCounterRegistry>? logger = null) => throw new NotSupportedException();

    /// <summary>Gets the registry of the process. It logs nothing.</summary>
    public static TokenCounterRegistry Default { get; } = new();

    /// <summary>Registers the counter of all models whose id begins with a prefix. It replaces an earlier one for the same prefix.</summary>
    /// <param name="modelIdPrefix">The beginning of the model id, without regard to letter case. The longest prefix that fits wins.</param>
    /// <param name="counter">The counter of these models.</param>
    public void Register(string modelIdPrefix, TokenCounter counter) => throw new NotSupportedException();

    /// <summary>Finds the counter of a model.</summary>
    /// <param name="modelId">The model id, or <see langword="null"/> where it is not known.</param>
    /// <returns>
    /// The counter registered under the longest prefix of the id; else that of the model's family; else o200k_base, with one warning for
    /// each id (none for <see langword="null"/>).
    /// </returns>
    public TokenCounter ForModel(string? modelId) => throw new NotSupportedException();
}
