namespace Parsimony;

/// <summary>One call's turn, waited for or taken. Disposing a taken turn gives it to the next.</summary>
internal sealed class AgentTurn : IDisposable
{
    private readonly AgentTurns owner;
    private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int released;

    public AgentTurn(AgentTurns owner, string agent, bool taken)
    {
        this.owner = owner;
        Agent = agent;
        if (taken)
        {
            given.SetResult();
        }
    }

    public string Agent { get; }

    /// <summary>Gets or sets the place in the queue; only under the owner's lock, and null unless the turn waits.</summary>
    public LinkedListNode<AgentTurn>? Place { get; set; }

    public bool IsTaken => given.Task.IsCompletedSuccessfully;

    public bool IsReleased => Volatile.Read(ref released) != 0;

    public void Give() => given.SetResult();

    /// <summary>Waits for the turn.</summary>
    /// <returns>Whether it came in time. If not, the place in the queue is given up.</returns>
    public async Task<bool> WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await given.Task.WaitAsync(most, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            // The turn may have come just now: then it is ours.
            return !owner.Abandon(this);
        }
        catch (OperationCanceledException)
        {
            if (!owner.Abandon(this))
            {
                Dispose();
            }

            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref released, 1) == 0)
        {
            owner.Release(this);
        }
    }
}
