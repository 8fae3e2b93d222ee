using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A chat service that writes down each request as it came, before anyone can change it, and refuses empty ones.</summary>
internal sealed class CountingChatService(Func<string, string>? answer = null, string? modelId = "gpt-4o", string endpoint = "http://counting.example/") : IChatCompletionService
{
    private readonly Lock gate = new();

    public List<List<string>> Requests { get; } = [];

    public List<PromptExecutionSettings?> Settings { get; } = [];

    public int Calls => Requests.Count;

    /// <summary>Gets or sets a value indicating whether streams say how they ended, as some services never do.</summary>
    public bool SaysHowStreamsEnd { get; set; } = true;

    public IReadOnlyDictionary<string, object?> Attributes { get; } = modelId is null
        ? new Dictionary<string, object?>()
        : new Dictionary<string, object?> { ["ModelId"] = modelId, ["Endpoint"] = endpoint };

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var text = Note(chatHistory, executionSettings);
        await Task.Yield();
        return [new ChatMessageContent(AuthorRole.Assistant, text, modelId)];
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = Note(chatHistory, executionSettings);
        foreach (var (piece, finish) in Pieces.Ended(text, SaysHowStreamsEnd))
        {
            await Task.Yield();
            yield return new StreamingChatMessageContent(AuthorRole.Assistant, piece, modelId: modelId, metadata: finish);
        }
    }

    private string Note(ChatHistory history, PromptExecutionSettings? settings)
    {
        lock (gate)
        {
            Requests.Add([.. history.Select(static m => $"{m.Role}: {m.Content}")]);
            Settings.Add(settings);
        }

        var question = history.LastOrDefault()?.Content;
        Assert.False(string.IsNullOrWhiteSpace(question), "The model was sent an empty prompt.");
        return answer?.Invoke(question!) ?? $"Answer to: {question}";
    }
}
