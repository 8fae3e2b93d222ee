namespace Parsimony;

/// <summary>Whether an agent that called now would be throttled.</summary>
/// <param name="Reason">Why, or <see cref="ThrottleReason.None"/>.</param>
/// <param name="Detail">The limit, with its value; empty where there is no reason.</param>
/// <param name="RetryAfter">When to try again; zero where there is no reason.</param>
public readonly record struct ThrottleDecision(ThrottleReason Reason, string Detail, TimeSpan RetryAfter)
{
    /// <summary>Gets a value indicating whether the call would be delayed or refused.</summary>
    public bool Throttle => Reason != ThrottleReason.None;
}
