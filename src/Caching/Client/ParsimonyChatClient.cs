using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Caching;

/// <summary>
/// The outer client of a pipeline: admits the caller, answers from the cache what the cache knows, lets equal calls share one
/// model call, and keeps complete answers. Streaming and non-streaming calls share entries. Place it outside the tool loop.
/// </summary>
public sealed class ParsimonyChatClient : DelegatingChatClient
{
    private readonly ResponseCache? cache;
    private readonly GateKeeper gate;
    private readonly ClientIdentity identity;
    private volatile bool finishes;
    private volatile bool finishesStreams;

    /// <summary>Creates the client.</summary>
    /// <param name="innerClient">The client that answers what the cache does not.</param>
    /// <param name="cache">The cache; <see langword="null"/> to use none. It is not disposed with the client.</param>
    /// <param name="gate">Admits callers; <see langword="null"/> to admit all.</param>
    /// <param name="logger">Where faults are logged, once each kind.</param>
    public ParsimonyChatClient(IChatClient innerClient, ResponseCache? cache, IAgentGate? gate = null, ILogger<ParsimonyChatClient>? logger = null)
        : base(innerClient)
    {
        this.cache = cache;
        this.gate = new GateKeeper(gate, new FailOpen(logger ?? (ILogger)NullLogger.Instance));
        identity = ClientIdentity.Of(InnerClient);
    }

    /// <inheritdoc/>
    /// <exception cref="AgentThrottledException">The gate refuses the caller.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = AsList(messages);
        if (IsHandled(list))
        {
            return await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        }

        var scope = Scope(options);
        using var lease = await gate.EnterAsync(scope, cancellationToken).ConfigureAwait(false);
        using var turn = await EnterAsync(list, options, scope, cancellationToken).ConfigureAwait(false);
        if (turn?.Hit is { } hit)
        {
            return hit.Response;
        }

        var response = await CallModelAsync(ClientCall.Of(list, options, scope), turn, cancellationToken).ConfigureAwait(false);
        if (turn is not null)
        {
            // What the client has reported once it will report again; without it the answer broke off.
            finishes |= response.FinishReason == ChatFinishReason.Stop;
            await turn.CompleteAsync(() => response, finishes ? AnswerOrigin.FinishingClient : AnswerOrigin.Whole, options.CacheTags()).ConfigureAwait(false);
        }

        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="AgentThrottledException">The gate refuses the caller.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = AsList(messages);
        if (IsHandled(list))
        {
            await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }

            yield break;
        }

        var scope = Scope(options);
        using var lease = await gate.EnterAsync(scope, cancellationToken).ConfigureAwait(false);
        using var turn = await EnterAsync(list, options, scope, cancellationToken).ConfigureAwait(false);
        if (turn?.Hit is { } hit)
        {
            foreach (var update in AnswerReplay.AsUpdates(hit))
            {
                yield return update;
            }

            yield break;
        }

        var call = ClientCall.Of(list, options, scope);
        var stream = new ModelStream(InnerClient, call, turn, cancellationToken);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.MoveNextAsync().ConfigureAwait(false))
            {
                yield return stream.Current;
            }
        }

        // Only a stream that ran to its natural end comes here: one that is abandoned or breaks off leaves through the using above.
        if (turn is not null)
        {
            // Some clients say how an answer ended only where it comes in one piece, so streams are held to what streams have said.
            finishes |= stream.IsFinished;
            finishesStreams |= stream.IsFinished;
            await turn.CompleteAsync(stream.ToResponse, finishesStreams ? AnswerOrigin.FinishingClient : AnswerOrigin.Stream, options.CacheTags()).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ResponseCache) && cache is not null ? cache : base.GetService(serviceType, serviceKey);

    private static bool IsHandled(IReadOnlyList<ChatMessage> messages) =>
        HandledRequests.Any(HandlingStage.Cache) && HandledRequests.IsHandled(HandlingStage.Cache, RequestHash.Of(messages));

    private static IReadOnlyList<ChatMessage> AsList(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages as IReadOnlyList<ChatMessage> ?? [.. messages];
    }

    // The client's default model answers where the options name none, whatever the ambient scope says: two clients may share a cache.
    private CallScope Scope(ChatOptions? options)
    {
        var scope = options.ResolveCallScope();
        return options?.ModelId is null && identity.Model is { } model ? scope with { Model = model } : scope;
    }

    private ValueTask<CacheTurn?> EnterAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope, CancellationToken cancellationToken) =>
        cache is null ? new ValueTask<CacheTurn?>((CacheTurn?)null) : cache.EnterAsync(cache.PlanFor(messages, options, scope, identity), cancellationToken);

    private async Task<ChatResponse> CallModelAsync(ClientCall call, CacheTurn? turn, CancellationToken cancellationToken)
    {
        using var flow = call.Enter(turn?.Leads == true);
        try
        {
            return await InnerClient.GetResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            turn?.Faulted(e, cancellationToken);
            throw;
        }
    }
}
