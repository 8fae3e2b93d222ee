namespace Parsimony.Context;

/// <summary>
/// Lets an app write texts shorter in its own way, with a model of its own. It is asked by <see cref="ContextFitter.FitAsync"/>, and so by
/// <see cref="BudgetChatClient"/>, for tool results, documents, memory notes and assistant turns that would otherwise be cut.
/// </summary>
/// <remarks>
/// What it returns is counted; a text that is too long, and any exception but the caller's cancellation, leaves the text to the
/// compaction that works without a model. Each text is asked for once, and the answer is remembered by its content.
/// </remarks>
public interface IContextCompactor
{
    /// <summary>Writes a text shorter. It may be called for several texts at the same time.</summary>
    /// <param name="request">The text, how short, and what for.</param>
    /// <param name="cancellationToken">Cancelled when the caller does not wait any more.</param>
    /// <returns>The shorter text, as the model shall read it; <see langword="null"/> to leave the text to the built-in compaction.</returns>
    ValueTask<string?> CompactAsync(ContextCompactionRequest request, CancellationToken cancellationToken);
}
