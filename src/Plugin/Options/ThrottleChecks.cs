namespace Parsimony;

internal static class ThrottleChecks
{
    public static void Run(ThrottleOptions options, OptionChecks checks)
    {
        checks.AtLeast("throttle.maxConcurrentCalls", options.MaxConcurrentCalls, 1);
        foreach (var (agent, calls) in options.Agents)
        {
            checks.AtLeast($"throttle.agents.{agent}", calls, 1);
        }

        checks.Duration("throttle.maxDelay", options.MaxDelay, zeroAllowed: true);
        checks.Duration("throttle.retryAfter", options.RetryAfter);
        checks.AtLeast("memory.agentMemoryLimit", options.AgentMemoryLimit, 1);
    }
}
