using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>A request with its budget. Message ids tell the messages apart, shortened or not.</summary>
internal sealed record RandomRequest(List<ChatMessage> Messages, ChatOptions? Options, ContextBudgetOptions Budget, CallScope Scope)
{
    public ContextFitter Fitter() => new(Budget);

    public int IndexOf(ChatMessage message) => Messages.FindIndex(m => m.MessageId == message.MessageId);

    public static string Fingerprint(ChatMessage message) => message.MessageId + Context.Tests.Messages.TextOf(message);

    public override string ToString() =>
        $"budget {Budget.MaxContextTokens}, cap {Budget.ToolResultMaxTokens}, tools {Options?.Tools?.Count}, agent {Scope.Agent}: "
        + string.Join(" | ", Messages.Select(m => $"{m.Role}{(ContextDocument.IsDocument(m) ? " doc" : "")} {m.Contents.Count}x {Fitters.Counter.CountMessage(m)}"));
}
