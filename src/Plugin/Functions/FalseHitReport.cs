namespace Parsimony;

/// <summary>What an agent is told when it reports a wrong answer of the cache.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Quarantined">Whether it will never be served again; false where there is no such entry.</param>
public sealed record FalseHitReport(string EntryId, bool Quarantined);
