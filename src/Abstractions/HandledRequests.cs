using Microsoft.Extensions.AI;

namespace Parsimony;

/// <summary>
/// Remembers, along the asynchronous flow, which requests are being handled already: a request that comes through a kernel
/// filter, a service decorator and a chat client is one request. Requests are told apart by a hash of their non-system
/// messages, not by a flag: a prompt nested in a tool is another request and is handled on its own, and a tool that repeats
/// its caller's question does not wait for itself.
/// </summary>
/// <remarks>
/// An <see cref="AsyncLocal{T}"/> set inside an async iterator is lost at each <c>yield</c>: streaming code enters again before
/// every <c>MoveNextAsync</c>.
/// </remarks>
internal static class HandledRequests
{
    private static readonly AsyncLocal<Entry?> Ambient = new();

    /// <summary>Says whether a request with these messages is already being handled further out in this flow.</summary>
    public static bool IsHandled(HandlingStage stage, RequestHash hash)
    {
        for (var entry = Ambient.Value; entry is not null; entry = entry.Outer)
        {
            if (entry.Stage == stage && entry.Hash == hash)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether any request is being handled further out in this flow: most flows have none, and need no hash to know it.</summary>
    public static bool Any(HandlingStage stage)
    {
        var entry = Ambient.Value;
        while (entry is not null && entry.Stage != stage)
        {
            entry = entry.Outer;
        }

        return entry is not null;
    }

    /// <summary>Marks a request as being handled until the returned value is disposed.</summary>
    public static Handling Enter(HandlingStage stage, RequestHash hash)
    {
        var outer = Ambient.Value;
        Ambient.Value = new Entry(stage, hash, outer);
        return new Handling(outer);
    }

    /// <summary>Marks a request as being handled until the returned value is disposed.</summary>
    public static Handling Enter(HandlingStage stage, IEnumerable<ChatMessage> messages) => Enter(stage, RequestHash.Of(messages));

    internal sealed record Entry(HandlingStage Stage, RequestHash Hash, Entry? Outer);

    /// <summary>Restores what was being handled before.</summary>
    internal readonly struct Handling(Entry? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}
