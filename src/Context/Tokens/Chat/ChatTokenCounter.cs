using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Counts the prompt tokens of a chat request as OpenAI's API reports them in <c>usage</c>.</summary>
public sealed class ChatTokenCounter
{
    /// <summary>The tokens that prime the model's reply; part of each request.</summary>
    public const int ReplyPriming = 3;

    /// <summary>Initializes a new instance of the <see cref="ChatTokenCounter"/> class.</summary>
    /// <param name="counter">Counts the text.</param>
    /// <param name="modelId">The model, whose rule for images is used; unknown by default, which errs high.</param>
    public ChatTokenCounter(TokenCounter counter, string? modelId = null) => Counter = counter;

    /// <summary>Gets the counter of the text.</summary>
    public TokenCounter Counter { get; }

    /// <summary>Counts one message: its frame, role, author's name and contents.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The tokens it adds to a request.</returns>
    public int CountMessage(ChatMessage message) => throw new NotSupportedException();

    /// <summary>Counts messages, without the reply's priming and the tools.</summary>
    /// <param name="messages">The messages.</param>
    /// <returns>The sum over <see cref="CountMessage"/>.</returns>
    public int CountMessages(IEnumerable<ChatMessage> messages) => throw new NotSupportedException();

    /// <summary>Counts what the options add to a request: instructions, tools, tool mode, response format.</summary>
    /// <param name="options">The options, if any.</param>
    /// <returns>The tokens they add to a request.</returns>
    public int CountTools(ChatOptions? options) => throw new NotSupportedException();

    /// <summary>Counts a whole request: messages, options and <see cref="ReplyPriming"/>.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options, if any.</param>
    /// <returns>The prompt tokens of the request.</returns>
    public int CountRequest(IEnumerable<ChatMessage> messages, ChatOptions? options) => throw new NotSupportedException();
}
