using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Context;

/// <summary>
/// Fits every request to its budget before the inner client sees it. It belongs below function invocation, so that each request of a
/// tool loop is fitted. The messages are fitted in a copy; options pass through as they are.
/// </summary>
/// <remarks>A fault in the fitting never stops a call: it goes on unfitted. Only <see cref="ContextBudgetException"/> is thrown.</remarks>
public sealed class BudgetChatClient : DelegatingChatClient
{
    private readonly ContextFitter fitter;
    private readonly FailOpen failOpen;

    /// <summary>Initializes a new instance of the <see cref="BudgetChatClient"/> class.</summary>
    /// <param name="innerClient">The client to send fitted requests to.</param>
    /// <param name="fitter">Fits the requests.</param>
    /// <param name="logger">Where a fault in the fitting is noted; nowhere by default.</param>
    public BudgetChatClient(IChatClient innerClient, ContextFitter fitter, ILogger<BudgetChatClient>? logger = null)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(fitter);
        this.fitter = fitter;
        failOpen = new FailOpen(logger ?? NullLogger<BudgetChatClient>.Instance);
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var (fitted, hash) = await FitAsync(messages, options, cancellationToken).ConfigureAwait(false);
        using var handling = HandledRequests.Enter(HandlingStage.Budget, hash);
        var response = await base.GetResponseAsync(fitted, options, cancellationToken).ConfigureAwait(false);
        Learn(fitted, options, ReportedUsage.Of(response));
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var (fitted, hash) = await FitAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var usage = new ReportedUsage();
        IAsyncEnumerator<ChatResponseUpdate> updates;
        using (HandledRequests.Enter(HandlingStage.Budget, hash))
        {
            updates = base.GetStreamingResponseAsync(fitted, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }

        try
        {
            while (true)
            {
                // What flows with the call is lost at each yield, so it is entered again for each step.
                using (HandledRequests.Enter(HandlingStage.Budget, hash))
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        Learn(fitted, options, usage.Single);
                        yield break;
                    }
                }

                usage.Add(updates.Current);
                yield return updates.Current;
            }
        }
        finally
        {
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<(IReadOnlyList<ChatMessage> Messages, RequestHash Hash)> FitAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var hash = default(RequestHash);
        try
        {
            hash = RequestHash.Of(list);
            if (HandledRequests.IsHandled(HandlingStage.Budget, hash))
            {
                return (list, hash);
            }

            var fit = await fitter.FitAsync(list, options, options.ResolveInnerCallScope(), cancellationToken).ConfigureAwait(false);
            var fitted = fit.Messages;
            return (fitted, ReferenceEquals(fitted, list) ? hash : RequestHash.Of(fitted));
        }
        catch (Exception e) when (e is not ContextBudgetException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report("context.budget", e);
            return (list, hash);
        }
    }

    private void Learn(IReadOnlyList<ChatMessage> sent, ChatOptions? options, UsageDetails? usage)
    {
        if (usage is null)
        {
            return;
        }

        try
        {
            fitter.Learn(sent, options, options.ResolveInnerCallScope(), usage);
        }
        catch (Exception e)
        {
            failOpen.Report("context.calibration", e);
        }
    }
}
