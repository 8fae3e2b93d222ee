using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Fits histories to their budget wherever Semantic Kernel asks for a reducer: <c>ChatHistoryAgent.HistoryReducer</c>, or
/// <c>ReduceAsync</c> of a history. A kernel with Parsimony fits every request anyway; a reducer shortens the history that an app keeps.
/// </summary>
/// <remarks>
/// What stays keeps its place; nothing is quoted or moved. A fault in the fitting leaves the history as it is; only
/// <see cref="ContextBudgetException"/> is thrown: what must stay is larger than the budget.
/// </remarks>
public sealed class ContextChatHistoryReducer : IChatHistoryReducer
{
    private readonly ContextFitter fitter;
    private readonly ChatOptions? options;
    private readonly CallScope scope;
    private readonly FailOpen failOpen;

    /// <summary>Initializes a new instance of the <see cref="ContextChatHistoryReducer"/> class.</summary>
    /// <param name="fitter">Fits the histories, to its own budget.</param>
    /// <param name="options">The options that calls are made with, if they are known: tools and the reply take their share of the window.</param>
    /// <param name="scope">Who calls; it fills what the ambient scope leaves unsaid.</param>
    /// <param name="logger">Where a fault in the fitting is noted; nowhere by default.</param>
    public ContextChatHistoryReducer(ContextFitter fitter, ChatOptions? options = null, CallScope? scope = null, ILogger<ContextChatHistoryReducer>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(fitter);
        this.fitter = fitter;
        this.options = options;
        this.scope = scope ?? CallScope.Empty;
        failOpen = new FailOpen(logger ?? NullLogger<ContextChatHistoryReducer>.Instance);
    }

    /// <summary>Fits a history.</summary>
    /// <param name="chatHistory">The history. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The messages that stay, the very ones but for shortened tool results; <see langword="null"/> where all fit.</returns>
    /// <exception cref="ContextBudgetException">What must stay is larger than the budget.</exception>
    public Task<IEnumerable<ChatMessageContent>?> ReduceAsync(IReadOnlyList<ChatMessageContent> chatHistory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chatHistory);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IEnumerable<ChatMessageContent>?>(cancellationToken);
        }

        try
        {
            return Task.FromResult<IEnumerable<ChatMessageContent>?>(Fit(chatHistory));
        }
        catch (ContextBudgetException e)
        {
            return Task.FromException<IEnumerable<ChatMessageContent>?>(e);
        }
        catch (Exception e)
        {
            failOpen.Report("context.reducer", e);
            return Task.FromResult<IEnumerable<ChatMessageContent>?>(null);
        }
    }

    private ChatHistory? Fit(IReadOnlyList<ChatMessageContent> history)
    {
        var messages = HistoryTranslation.ToChatMessages(history);
        var fit = fitter.FitInPlace(messages, options, CallScope.Current.Over(scope), isRequest: false);
        if (ReferenceEquals(fit.Messages, messages))
        {
            return null;
        }

        var reduced = new ChatHistory(history);
        HistoryEditing.Keep(reduced, messages, fit, fit.KeptIndexes());
        return reduced;
    }
}
