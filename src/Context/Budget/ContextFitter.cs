using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Parsimony.Context;

/// <summary>
/// Fits requests to their budgets: counts them exactly and, where they are too large, keeps the items that score best. Thread-safe and
/// deterministic; the caller's list and messages are never changed.
/// </summary>
public sealed class ContextFitter
{
    /// <summary>Initializes a new instance of the <see cref="ContextFitter"/> class.</summary>
    /// <param name="options">The budget and the weights. They are read at each fit.</param>
    /// <param name="counters">The token counters by model; <see cref="TokenCounterRegistry.Default"/> by default.</param>
    /// <param name="pressure">The memory pressure that shrinks budgets; none by default.</param>
    /// <param name="ledger">Where the size of each fitted request is recorded; nowhere by default.</param>
    /// <param name="logger">Where a request that was cut is noted, at debug level; nowhere by default.</param>
    public ContextFitter(
        ContextBudgetOptions options,
        TokenCounterRegistry? counters = null,
        IMemoryPressure? pressure = null,
        IContextLedger? ledger = null,
        ILogger<ContextFitter>? logger = null)
    {
    }

    /// <summary>Fits a request into window - reply reserve - tools, or less where a cap or memory pressure says so.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options that the call is made with, if any. They are not changed.</param>
    /// <param name="scope">Who calls: it names the agent and, where the options do not, the model.</param>
    /// <returns>The fitted request.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public ContextFit Fit(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope) => throw new NotSupportedException();

    /// <summary>Fits messages into a given number of tokens. Windows, caps, reserves and memory pressure play no part.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="availableTokens">The tokens that the messages may take, <see cref="ChatTokenCounter.ReplyPriming"/> included.</param>
    /// <param name="scope">Who calls: it names the agent and the model; by default nobody.</param>
    /// <returns>The fitted request.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public ContextFit Fit(IReadOnlyList<ChatMessage> messages, int availableTokens, CallScope? scope = null) => throw new NotSupportedException();

    /// <summary>Says what a request may spend.</summary>
    /// <param name="options">The options that the call is made with, if any.</param>
    /// <param name="scope">Who calls.</param>
    /// <returns>The budget.</returns>
    public ContextBudget GetBudget(ChatOptions? options, CallScope scope) => throw new NotSupportedException();
}
