using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>A request that fits its budget.</summary>
public sealed class ContextFit
{
    private readonly Lazy<IReadOnlyList<ContextFitItem>> items;

    internal ContextFit(
        IReadOnlyList<ChatMessage> messages,
        IReadOnlyList<int> messageTokens,
        int tokensBefore,
        int tokensAfter,
        ContextBudget budget,
        int dropped,
        Func<IReadOnlyList<ContextFitItem>> items)
    {
        Messages = messages;
        MessageTokens = messageTokens;
        TokensBefore = tokensBefore;
        TokensAfter = tokensAfter;
        Budget = budget;
        Dropped = dropped;
        this.items = new Lazy<IReadOnlyList<ContextFitItem>>(items);
    }

    /// <summary>Gets the messages to send, in their order: the caller's list itself when nothing had to go, else a new list. With <see cref="ContextMode.StablePrefix"/> it may hold a message that quotes old turns.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>Gets the prompt tokens of the request as it came: messages, tools and the priming of the reply.</summary>
    public int TokensBefore { get; }

    /// <summary>Gets the prompt tokens of the request as it is to be sent.</summary>
    public int TokensAfter { get; }

    /// <summary>Gets what the request may spend.</summary>
    public ContextBudget Budget { get; }

    /// <summary>Gets the number of messages that were left out.</summary>
    public int Dropped { get; }

    /// <summary>Gets the prompt tokens with which this request and the one before it in the same session begin: what a provider's prompt cache can serve. Tools, which come first, count with them.</summary>
    /// <value>
    /// <see langword="null"/> where it is not known: no session was named (<see cref="CallScope.Session"/>), or this is its first request.
    /// </value>
    public int? CommonPrefixTokens { get; internal set; }

    /// <summary>Gets the tokens of each of <see cref="Messages"/>.</summary>
    internal IReadOnlyList<int> MessageTokens { get; }

    /// <summary>Gets the items of the request in the order of their first messages: score by part, and why each was kept or cut.</summary>
    public IReadOnlyList<ContextFitItem> Items => items.Value;
}
