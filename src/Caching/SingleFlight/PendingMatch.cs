namespace Parsimony.Caching;

/// <summary>A call under way whose question was held to have the same answer.</summary>
internal sealed record PendingMatch(ModelFlight Flight, MatchQuality Quality);
