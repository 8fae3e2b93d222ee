using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel;

/// <summary>
/// One call of a decorated service on its way through the engine: what the caller gave, its translation, and, where the service
/// was asked, what it answered.
/// </summary>
internal sealed class ServiceCall
{
    private readonly Dictionary<ChatMessage, ChatMessageContent> originals = new(ReferenceEqualityComparer.Instance);

    public ServiceCall(ChatHistory history, PromptExecutionSettings? settings, Kernel? kernel, ChatOptions options, CallScope scope)
    {
        History = history;
        Settings = settings;
        Kernel = kernel;
        Scope = scope;
        Messages = HistoryTranslation.ToChatMessages(history);
        Options = new ServiceCallOptions(options, this).WithCallScope(scope);
        for (var i = 0; i < Messages.Count; i++)
        {
            originals[Messages[i]] = history[i];
        }
    }

    public ChatHistory History { get; }

    public PromptExecutionSettings? Settings { get; }

    public Kernel? Kernel { get; }

    public CallScope Scope { get; }

    public List<ChatMessage> Messages { get; }

    public ChatOptions Options { get; }

    /// <summary>Gets or sets what the service itself answered: the caller gets it as it is. Null where the engine answered.</summary>
    public object? Answer { get; set; }

    /// <summary>The messages that the engine decided to send, in the service's types: the caller's own objects where nothing was changed.</summary>
    public List<ChatMessageContent> ToSend(IEnumerable<ChatMessage> messages)
    {
        var sent = new List<ChatMessageContent>();
        foreach (var message in messages)
        {
            sent.Add(originals.TryGetValue(message, out var original)
                ? original
                : MessageTranslation.ToChatMessageContent(message, sent, Kernel, OriginalOf(message)));
        }

        return sent;
    }

    // A message with other words for a tool's result is known by the call that it answers.
    private ChatMessageContent? OriginalOf(ChatMessage message) =>
        message.Contents.OfType<Microsoft.Extensions.AI.FunctionResultContent>().FirstOrDefault() is not { } result ? null
        : originals.Values.FirstOrDefault(o => o.Items.OfType<Microsoft.SemanticKernel.FunctionResultContent>().Any(r => r.CallId == result.CallId));
}
