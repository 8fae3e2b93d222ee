using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>The model's stream of one call: sets the ambient state before every step, keeps the updates, and tells those who wait when it breaks.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly ClientCall call;
    private readonly CacheTurn? turn;
    private readonly bool leads;
    private readonly CancellationToken cancellationToken;
    private readonly List<ChatResponseUpdate> updates = [];
    private readonly IAsyncEnumerator<ChatResponseUpdate> stream;

    public ModelStream(IChatClient client, ClientCall call, CacheTurn? turn, CancellationToken cancellationToken)
    {
        this.call = call;
        this.turn = turn;
        this.cancellationToken = cancellationToken;
        leads = turn?.Leads == true;
        using var flow = call.Enter(leads);
        stream = client.GetStreamingResponseAsync(call.Messages, call.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public ChatResponseUpdate Current => stream.Current;

    /// <summary>Gets a value indicating whether the model has said that the answer is complete.</summary>
    public bool IsFinished { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        using var flow = call.Enter(leads);
        try
        {
            var more = await stream.MoveNextAsync().ConfigureAwait(false);
            if (more && turn is not null)
            {
                updates.Add(stream.Current);
                IsFinished |= stream.Current.FinishReason == ChatFinishReason.Stop;
            }

            return more;
        }
        catch (Exception e)
        {
            turn?.Faulted(e, cancellationToken);
            throw;
        }
    }

    public ChatResponse ToResponse() => updates.ToChatResponse();

    public async ValueTask DisposeAsync()
    {
        using var flow = call.Enter(leads);
        await stream.DisposeAsync().ConfigureAwait(false);
    }
}
