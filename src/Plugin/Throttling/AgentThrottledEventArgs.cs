namespace Parsimony;

/// <summary>An agent's call was refused.</summary>
/// <param name="scope">Whose call.</param>
/// <param name="decision">Why, and when to try again.</param>
public sealed class AgentThrottledEventArgs(CallScope scope, ThrottleDecision decision) : EventArgs
{
    /// <summary>Gets whose call it was.</summary>
    public CallScope Scope { get; } = scope;

    /// <summary>Gets why it was refused, and when to try again.</summary>
    public ThrottleDecision Decision { get; } = decision;
}
