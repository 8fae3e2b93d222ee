using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>Fitters and counts for tests.</summary>
internal static class Fitters
{
    public static readonly ChatTokenCounter Counter = new(TokenCounter.O200kBase);

    public static ContextFitter Default { get; } = new(new ContextBudgetOptions());

    public static int Count(params IEnumerable<ChatMessage> messages) => Counter.CountRequest(messages, null);
}
