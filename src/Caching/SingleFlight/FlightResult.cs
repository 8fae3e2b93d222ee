namespace Parsimony.Caching;

/// <summary>What those who waited for a model call get.</summary>
internal readonly record struct FlightResult(FlightEnd End, FoundEntry Found = default, MatchQuality? SameAnswer = null);
