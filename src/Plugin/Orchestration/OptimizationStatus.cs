using Parsimony.Caching;

namespace Parsimony;

/// <summary>What every part does and holds at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Environment"><see cref="ParsimonyOptions.Environment"/>.</param>
/// <param name="Uptime">How long ago the orchestrator was made.</param>
/// <param name="BudgetsEnabled">Whether requests are fitted to their budget.</param>
/// <param name="Memory">Memory.</param>
/// <param name="Cache">The cache; <see langword="null"/> where it is switched off.</param>
/// <param name="Throttle">The throttle; <see langword="null"/> where it is switched off.</param>
/// <param name="Agents">The context that each agent holds, the largest first.</param>
public sealed record OptimizationStatus(
    DateTimeOffset At,
    string? Environment,
    TimeSpan Uptime,
    bool BudgetsEnabled,
    MemoryStatus Memory,
    CacheStatistics? Cache,
    ThrottleStatistics? Throttle,
    IReadOnlyList<AgentContext> Agents);
