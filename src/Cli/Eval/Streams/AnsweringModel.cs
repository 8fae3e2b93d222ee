using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>A model that knows the right answer of the request it is about to get. What it is asked it does not look at.</summary>
internal sealed class AnsweringModel : IChatClient
{
    /// <summary>Gets or sets the answer to the next request.</summary>
    public string Answer { get; set; } = "";

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer)) { FinishReason = ChatFinishReason.Stop });

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A replay does not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
