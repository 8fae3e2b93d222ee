using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.QuickStart.Tests;

/// <summary>A model that always says the same, or fails.</summary>
internal sealed class ScriptedChatClient(string reply, string? finish = "stop", int replyTokens = 1) : IChatClient
{
    public Exception? Failure { get; set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        if (Failure is not null)
        {
            throw Failure;
        }

        yield return new(ChatRole.Assistant, reply) { MessageId = "m", ResponseId = "m" };
        yield return new(ChatRole.Assistant, [new UsageContent(new() { OutputTokenCount = replyTokens })])
        {
            MessageId = "m",
            ResponseId = "m",
            FinishReason = finish is null ? null : new(finish),
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
