using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony;

/// <summary>The health of one part.</summary>
/// <param name="Name">The part: memory, cache or throttle.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Detail">What the score comes from.</param>
public sealed record HealthPart(string Name, int Score, string Detail)
{
    internal const int LeastHealthy = 80;
    internal const int LeastDegraded = 50;

    /// <summary>Gets the status: healthy from 80, degraded from 50, else unhealthy.</summary>
    public HealthStatus Status => StatusOf(Score);

    internal static HealthStatus StatusOf(int score) => score switch
    {
        >= LeastHealthy => HealthStatus.Healthy,
        >= LeastDegraded => HealthStatus.Degraded,
        _ => HealthStatus.Unhealthy,
    };
}
