namespace Parsimony;

/// <summary>Decides whether an agent may make a call now. The caching client asks before anything else.</summary>
public interface IAgentGate
{
    /// <summary>Admits a call, delays it, or refuses it.</summary>
    /// <param name="scope">Who calls.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A lease to dispose when the call is over.</returns>
    /// <exception cref="AgentThrottledException">The agent may not call now; the exception says when to try again.</exception>
    ValueTask<IDisposable> EnterAsync(CallScope scope, CancellationToken cancellationToken);
}
