namespace Parsimony;

/// <summary>How many calls an agent may make at a time, and who may call when memory runs out.</summary>
public sealed class ThrottleOptions
{
    internal const int DefaultMaxConcurrentCalls = 32;

    /// <summary>Gets or sets the calls that one agent may have in flight (<c>throttle.maxConcurrentCalls</c>).</summary>
    /// <value>
    /// 1 or more. The default is 32. As memory pressure rises from the warning to the critical level it shrinks linearly to 1. Calls that
    /// name no agent are not counted: there is nobody to share with.
    /// </value>
    public int MaxConcurrentCalls { get; set; } = DefaultMaxConcurrentCalls;

    /// <summary>Gets or sets the calls that single agents may have in flight, by the agent's name (<c>throttle.agents.NAME</c>).</summary>
    /// <value>Empty by default. Names are compared without regard to letter case.</value>
    public IDictionary<string, int> Agents { get; set; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets how long a call waits for its turn before it is refused (<c>throttle.maxDelay</c>).</summary>
    /// <value>0 (refuse at once) or more. The default is 30 s.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the context that one agent may hold in all its sessions together (<c>memory.agentMemoryLimit</c>).</summary>
    /// <value>In bytes of UTF-16 text, 1 or more. The default is <see langword="null"/>: no limit.</value>
    public long? AgentMemoryLimit { get; set; }

    /// <summary>Gets or sets the agents that are never refused for want of memory (<c>throttle.exemptAgents</c>).</summary>
    /// <value>Empty by default. Names are compared without regard to letter case.</value>
    public ISet<string> ExemptAgents { get; set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets when a refused agent is told to try again (<c>throttle.retryAfter</c>).</summary>
    /// <value>More than 0. The default is 5 s. An agent over its own memory limit is told when its oldest sessions will be forgotten.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
