namespace Parsimony;

/// <summary>What a round of maintenance found and did.</summary>
/// <param name="Took">How long it took.</param>
/// <param name="CacheTidied">Whether the cache was tidied: there is one, and it met no fault.</param>
/// <param name="Memory">Memory afterwards.</param>
/// <param name="Health">Health afterwards.</param>
public sealed record MaintenanceResult(TimeSpan Took, bool CacheTidied, MemoryStatus Memory, ParsimonyHealth Health);
