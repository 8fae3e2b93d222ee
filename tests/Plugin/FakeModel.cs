using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.Tests;

/// <summary>A model that counts its calls, remembers what it was sent, and answers by a function.</summary>
internal sealed class FakeModel(Func<IReadOnlyList<ChatMessage>, Task<string>>? answer = null) : IChatClient
{
    private int calls;

    public int Calls => Volatile.Read(ref calls);

    public IReadOnlyList<ChatMessage> Sent { get; private set; } = [];

    public static ChatMessage[] Ask(string text) => [new(ChatRole.User, text)];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        Sent = [.. messages];
        var text = answer is null ? "fine" : await answer(Sent);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new ChatResponseUpdate(ChatRole.Assistant, "well, ");
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
