using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Remembers the hashes of each session's newest request, so that it can be said how much of the next one a provider has seen before.
/// Bounded: the sessions that were silent longest are forgotten first. No text is kept.
/// </summary>
/// <param name="capacity">The most messages that are remembered, over all sessions, at 16 bytes each.</param>
internal sealed class RequestMemory(int capacity = RequestMemory.DefaultCapacity)
{
    private const int DefaultCapacity = 262_144;

    private readonly Lock gate = new();
    private readonly Dictionary<SessionKey, LinkedListNode<Entry>> sessions = [];
    private readonly LinkedList<Entry> byAge = new();
    private int held;

    /// <summary>Compares a request with the one before it, and remembers it in its place.</summary>
    /// <param name="scope">Whose request it is.</param>
    /// <param name="model">The model that it goes to: no provider shares beginnings between models.</param>
    /// <param name="options">The options, whose tools stand in front of the messages.</param>
    /// <param name="toolTokens">The tokens of the tools.</param>
    /// <param name="messages">The messages as they are sent.</param>
    /// <param name="tokens">The tokens of each message.</param>
    /// <returns>
    /// The tokens of the tools and messages with which both requests begin; <see langword="null"/> for the first request of a session and
    /// where the scope names none.
    /// </returns>
    public int? Compare(CallScope scope, string? model, ChatOptions? options, int toolTokens, IReadOnlyList<ChatMessage> messages, IReadOnlyList<int> tokens)
    {
        if (scope.Session is null)
        {
            return null;
        }

        var hashes = Hashes(options, messages);
        var previous = Exchange(new SessionKey(scope.Tenant, scope.User, scope.Agent, scope.Session, model), hashes);
        if (previous is null)
        {
            return null;
        }

        var alike = hashes.AsSpan().CommonPrefixLength(previous);
        var common = alike > 0 ? toolTokens : 0;
        for (var i = 0; i < alike - 1; i++)
        {
            common += tokens[i];
        }

        return common;
    }

    private static UInt128[] Hashes(ChatOptions? options, IReadOnlyList<ChatMessage> messages)
    {
        var hashes = new UInt128[messages.Count + 1];
        hashes[0] = MessageFingerprint.Of(options);
        for (var i = 0; i < messages.Count; i++)
        {
            hashes[i + 1] = MessageFingerprint.Of(hashes[i], messages[i]);
        }

        return hashes;
    }

    private UInt128[]? Exchange(SessionKey key, UInt128[] hashes)
    {
        lock (gate)
        {
            UInt128[]? previous = null;
            if (sessions.TryGetValue(key, out var node))
            {
                previous = node.Value.Hashes;
                Remove(node);
            }

            if (hashes.Length <= capacity)
            {
                sessions[key] = byAge.AddLast(new Entry(key, hashes));
                held += hashes.Length;
                while (held > capacity)
                {
                    Remove(byAge.First!);
                }
            }

            return previous;
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        byAge.Remove(node);
        sessions.Remove(node.Value.Key);
        held -= node.Value.Hashes.Length;
    }

    private readonly record struct SessionKey(string? Tenant, string? User, string? Agent, string Session, string? Model);

    private readonly record struct Entry(SessionKey Key, UInt128[] Hashes);
}
