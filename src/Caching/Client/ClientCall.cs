using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>One call through the client: what was asked, for whom, and what goes on to the inner client.</summary>
internal sealed class ClientCall
{
    private readonly RequestHash hash;

    private ClientCall(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope)
    {
        Messages = messages;
        Options = options;
        Scope = scope;
        hash = RequestHash.Of(messages);
    }

    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>Gets the options for the inner client: the caller's own instance, or a copy where ours had to be taken out.</summary>
    public ChatOptions? Options { get; }

    public CallScope Scope { get; }

    public static ClientCall Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope) =>
        new(messages, WithoutOurs(options), scope);

    /// <summary>
    /// Makes the flow one in which this call is being handled, for its scope. What was attached to the options reaches the inner
    /// clients through the flow; calls nested in this one inherit it where they do not say otherwise. In an async iterator it must be entered again before each step.
    /// </summary>
    public Flow Enter(bool leads) => new(
        FlightBoard.BeginLeading(leads), HandledRequests.Enter(HandlingStage.Cache, hash), AmbientScope.BeginDerived(Scope));

    // Clone keeps the options' own type: connectors look for it.
    private static ChatOptions? WithoutOurs(ChatOptions? options)
    {
        if (options?.AdditionalProperties is not { Count: > 0 } properties
            || !properties.Any(p => p.Key.StartsWith(PropertyKey.OwnPrefix, StringComparison.Ordinal)))
        {
            return options;
        }

        var copy = options.Clone();
        var left = new AdditionalPropertiesDictionary();
        foreach (var (name, value) in properties)
        {
            if (!name.StartsWith(PropertyKey.OwnPrefix, StringComparison.Ordinal))
            {
                left[name] = value;
            }
        }

        copy.AdditionalProperties = left.Count == 0 ? null : left;
        return copy;
    }

    /// <summary>Restores the flow as it was before.</summary>
    internal readonly struct Flow(FlightBoard.Lead lead, HandledRequests.Handling handling, AmbientScope.Restore scope) : IDisposable
    {
        public void Dispose()
        {
            scope.Dispose();
            handling.Dispose();
            lead.Dispose();
        }
    }
}
