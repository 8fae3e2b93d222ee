namespace Parsimony;

/// <summary>What the throttle did since it was made.</summary>
/// <param name="Admitted">Calls that went through, at once or after a wait.</param>
/// <param name="Delayed">Calls among them, or refused later, that had to wait.</param>
/// <param name="Refused">Calls that were refused.</param>
/// <param name="InFlight">Counted calls now in flight.</param>
/// <param name="Waiting">Calls that wait now.</param>
/// <param name="RecentRefusedShare">The refused part of the calls of about the last minute, 0 to 1.</param>
public sealed record ThrottleStatistics(long Admitted, long Delayed, long Refused, int InFlight, int Waiting, double RecentRefusedShare);
