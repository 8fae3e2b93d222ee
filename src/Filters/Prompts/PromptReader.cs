using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel;

/// <summary>Lets Semantic Kernel itself read a rendered prompt: its parser is not public, but what it hands to a service is.</summary>
internal sealed class PromptReader : IChatCompletionService
{
    private ChatHistory? history;

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    /// <summary>The messages that a chat service would be given for this prompt.</summary>
    public static ChatHistory? Read(string prompt)
    {
        var reader = new PromptReader();
        _ = reader.GetChatMessageContentsAsync(prompt);
        return reader.history;
    }

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        history = chatHistory;
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>([]);
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
