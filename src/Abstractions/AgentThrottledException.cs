namespace Parsimony;

/// <summary>An agent's call was refused to protect the process. Nothing was sent to the model.</summary>
public sealed class AgentThrottledException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="AgentThrottledException"/> class.</summary>
    /// <param name="agent">The agent that was refused.</param>
    /// <param name="reason">Which limit refused it, with its value.</param>
    /// <param name="retryAfter">How long to wait before the next try.</param>
    public AgentThrottledException(string? agent, string reason, TimeSpan retryAfter)
        : base($"Agent '{agent ?? "(unnamed)"}' is throttled: {reason}. Try again in {retryAfter.TotalSeconds:0.###} s.")
    {
        Agent = agent;
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary>Gets the agent that was refused, or <see langword="null"/> where the call named none.</summary>
    public string? Agent { get; }

    /// <summary>Gets the limit that refused the call, with its value.</summary>
    public string Reason { get; }

    /// <summary>Gets how long to wait before the next try.</summary>
    public TimeSpan RetryAfter { get; }
}
