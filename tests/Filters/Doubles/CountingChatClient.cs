using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A chat client that writes down each request and its options, and refuses empty ones.</summary>
internal sealed class CountingChatClient(string? modelId = "gpt-4o", Func<string, string>? answer = null, string endpoint = "http://counting.example/") : IChatClient
{
    private readonly ChatClientMetadata metadata = new("counting", new Uri(endpoint), modelId);

    public List<List<string>> Requests { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public int Calls => Requests.Count;

    public bool IsDisposed { get; private set; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = Note(messages, options);
        await Task.Yield();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = modelId, FinishReason = ChatFinishReason.Stop };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in Pieces.Of(Note(messages, options)))
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece) { ModelId = modelId };
        }

        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop, ModelId = modelId };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => IsDisposed = true;

    private string Note(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var list = messages.ToList();
        Requests.Add([.. list.Select(static m => $"{m.Role}: {m.Text}")]);
        Options.Add(options);
        var question = list.LastOrDefault()?.Text;
        Assert.False(string.IsNullOrWhiteSpace(question), "The model was sent an empty prompt.");
        return answer?.Invoke(question!) ?? $"Answer to: {question}";
    }
}
