namespace Parsimony;

/// <summary>Why an agent is throttled.</summary>
public enum ThrottleReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It has as many calls in flight as it may.</summary>
    Concurrency,

    /// <summary>It holds more context than it may.</summary>
    AgentMemory,

    /// <summary>The process is critically short of memory.</summary>
    CriticalMemory,
}
