using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>A model that keeps what it is sent, the very list, and answers "Answer" and the number of the request.</summary>
internal sealed class RecordingChatClient : IChatClient
{
    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = [];

    /// <summary>Gets or sets what is done in the middle of an answer, given the number of the request.</summary>
    public Func<int, IReadOnlyList<ChatMessage>, Task> WhileAnswering { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var number = Keep(messages, options);
        await WhileAnswering(number, Requests[number - 1].Messages);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, $"Answer {number}"));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var number = Keep(messages, options);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Answer ");
        await WhileAnswering(number, Requests[number - 1].Messages);
        yield return new ChatResponseUpdate(ChatRole.Assistant, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("recording")
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    private int Keep(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Requests.Add((messages as IReadOnlyList<ChatMessage> ?? [.. messages], options));
        return Requests.Count;
    }
}
