using System.Diagnostics.Metrics;

namespace Parsimony;

/// <summary>What the throttle counts for the meter. Agents are no tag: their names may be as many as users.</summary>
internal static class ThrottleInstruments
{
    public static readonly Counter<long> Delayed = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.throttle.delayed", "{call}", "Calls that waited for their agent's turn.");

    public static readonly Counter<long> Refused = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.throttle.refused", "{call}", "Calls that were refused, by reason.");

    public static string Name(ThrottleReason reason) => reason switch
    {
        ThrottleReason.Concurrency => "concurrency",
        ThrottleReason.AgentMemory => "agent_memory",
        _ => "critical_memory",
    };
}
