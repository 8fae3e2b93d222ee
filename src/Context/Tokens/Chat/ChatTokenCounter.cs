using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Counts the prompt tokens of a chat request as OpenAI's API reports them in <c>usage</c>.</summary>
/// <remarks>
/// Text messages are exact. Tools, tool calls and images follow what recorded requests were charged; where no record shows what a model
/// does, the count errs high. Counts of texts, tool calls and tools are remembered, so that recounting a history costs what is new in it.
/// Thread-safe.
/// </remarks>
public sealed class ChatTokenCounter
{
    /// <summary>The tokens that prime the model's reply; part of each request.</summary>
    public const int ReplyPriming = 3;

    private readonly RememberingTokenCounter remembering;
    private readonly ContentTokens contents;
    private ToolTokens? tools;

    /// <summary>Initializes a new instance of the <see cref="ChatTokenCounter"/> class.</summary>
    /// <param name="counter">Counts the text.</param>
    /// <param name="modelId">The model, whose rule for images is used; without one, GPT-4o's.</param>
    public ChatTokenCounter(TokenCounter counter, string? modelId = null)
    {
        ArgumentNullException.ThrowIfNull(counter);
        Counter = counter;
        remembering = RememberingTokenCounter.Of(counter);
        contents = new ContentTokens(remembering, ImageRule.OfModel(modelId));
    }

    /// <summary>Gets the counter of the text.</summary>
    public TokenCounter Counter { get; }

    /// <summary>
    /// Gets a value indicating whether requests declare functions in the older fields <c>functions</c> and <c>function_call</c>, which
    /// are charged a little less than <c>tools</c>. <see langword="false"/> by default: that is what connectors send.
    /// </summary>
    public bool UsesLegacyFunctions { get; init; }

    private ToolTokens Tools => tools ??= new ToolTokens(remembering, UsesLegacyFunctions);

    /// <summary>Counts one message: its frame, role, author's name and contents.</summary>
    /// <param name="message">The message. Several tool results in one count as the messages they are sent as.</param>
    /// <returns>The tokens it adds to a request.</returns>
    public int CountMessage(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return contents.CountMessage(message);
    }

    /// <summary>Counts messages, without the reply's priming and the tools.</summary>
    /// <param name="messages">The messages.</param>
    /// <returns>The sum over <see cref="CountMessage"/>.</returns>
    public int CountMessages(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var count = 0;
        foreach (var message in messages)
        {
            count += CountMessage(message);
        }

        return count;
    }

    /// <summary>Counts what the options add to a request: instructions, tools, tool mode, response format.</summary>
    /// <param name="options">The options, if any.</param>
    /// <returns>
    /// The most tokens they add. With a system message among the messages the tools take a few fewer, which
    /// <see cref="CountRequest"/> takes into account.
    /// </returns>
    public int CountTools(ChatOptions? options)
    {
        if (options is null)
        {
            return 0;
        }

        var count = Tools.Count(options);
        if (!string.IsNullOrEmpty(options.Instructions))
        {
            count += CountMessage(new ChatMessage(ChatRole.System, options.Instructions));
        }

        return count;
    }

    /// <summary>Counts a whole request: messages, options and <see cref="ReplyPriming"/>.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options, if any.</param>
    /// <returns>
    /// The prompt tokens of the request: at most <see cref="CountMessages"/> + <see cref="CountTools"/> + <see cref="ReplyPriming"/>.
    /// </returns>
    public int CountRequest(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var count = ReplyPriming + CountTools(options);
        var system = string.IsNullOrEmpty(options?.Instructions) ? null : options.Instructions;
        foreach (var message in messages)
        {
            count += CountMessage(message);
            system ??= message.Role == ChatRole.System ? message.Text : null;
        }

        return system is null || !ToolTokens.HasTools(options) ? count : count - Tools.SharedWithSystemMessage(system);
    }

    /// <summary>Counts what is certain of a request: its texts, names, calls and results with the frames of their messages.</summary>
    internal int CountCertain(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var count = ReplyPriming + (string.IsNullOrEmpty(options?.Instructions) ? 0 : remembering.Count(options.Instructions));
        for (var i = 0; i < messages.Count; i++)
        {
            count += contents.CountCertain(messages[i]);
        }

        return count;
    }
}
