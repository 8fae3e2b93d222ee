using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Context;

/// <summary>
/// Fits messages to their budget wherever a chat reducer is asked for: <c>UseChatReducer</c>, or the message store of an agent. What
/// sees every request with its tools and options is <see cref="BudgetChatClient"/>: take it where you can.
/// </summary>
/// <remarks>
/// A reducer is told messages only. The budget goes by what it was made with: tools that are not in its options are not counted. The
/// caller's messages are never changed. A fault in the fitting returns the messages as they came; only
/// <see cref="ContextBudgetException"/> is thrown, as everywhere: what must stay is larger than the budget, and no shorter list would do.
/// </remarks>
#pragma warning disable MEAI001 // Chat reducers are marked as experimental; the interface is all that is used of them.
public sealed class ContextChatReducer : IChatReducer
#pragma warning restore MEAI001
{
    private readonly ContextFitter fitter;
    private readonly ChatOptions? options;
    private readonly CallScope scope;
    private readonly int? maxTokens;
    private readonly FailOpen failOpen;

    /// <summary>Initializes a new instance of the <see cref="ContextChatReducer"/> class that fits to the fitter's own budget.</summary>
    /// <param name="fitter">Fits the messages.</param>
    /// <param name="options">The options that calls are made with, if they are known: tools and the reply take their share of the window. They are not changed.</param>
    /// <param name="scope">Who calls; it fills what the ambient scope (<see cref="CallScope.Current"/>) leaves unsaid.</param>
    /// <param name="logger">Where a fault in the fitting is noted; nowhere by default.</param>
    public ContextChatReducer(ContextFitter fitter, ChatOptions? options = null, CallScope? scope = null, ILogger<ContextChatReducer>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(fitter);
        this.fitter = fitter;
        this.options = options;
        this.scope = scope ?? CallScope.Empty;
        failOpen = new FailOpen(logger ?? NullLogger<ContextChatReducer>.Instance);
    }

    /// <summary>Initializes a new instance of the <see cref="ContextChatReducer"/> class that fits to a number of tokens.</summary>
    /// <param name="fitter">Fits the messages.</param>
    /// <param name="maxTokens">The tokens that the messages may take, the priming of the reply included; 1 or more.</param>
    /// <param name="scope">Who calls; it fills what the ambient scope leaves unsaid.</param>
    /// <param name="logger">Where a fault in the fitting is noted; nowhere by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is below 1.</exception>
    public ContextChatReducer(ContextFitter fitter, int maxTokens, CallScope? scope = null, ILogger<ContextChatReducer>? logger = null)
        : this(fitter, options: null, scope, logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTokens, 1);
        this.maxTokens = maxTokens;
    }

    /// <summary>Fits messages.</summary>
    /// <param name="messages">The messages. Neither the list nor a message is changed.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The messages that stay, in their order; all of them, in the list itself where it was one, if they fit.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public Task<IEnumerable<ChatMessage>> ReduceAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IEnumerable<ChatMessage>>(cancellationToken);
        }

        try
        {
            return Task.FromResult<IEnumerable<ChatMessage>>(Fit(messages as IReadOnlyList<ChatMessage> ?? [.. messages]));
        }
        catch (ContextBudgetException e)
        {
            return Task.FromException<IEnumerable<ChatMessage>>(e);
        }
    }

    private IReadOnlyList<ChatMessage> Fit(IReadOnlyList<ChatMessage> messages)
    {
        try
        {
            var caller = CallScope.Current.Over(scope);
            return (maxTokens is { } most ? fitter.Fit(messages, most, caller) : fitter.Fit(messages, options, caller)).Messages;
        }
        catch (Exception e) when (e is not ContextBudgetException)
        {
            failOpen.Report("context.reducer", e);
            return messages;
        }
    }
}
