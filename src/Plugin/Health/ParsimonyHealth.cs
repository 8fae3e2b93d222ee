using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony;

/// <summary>The health of all parts, and of the whole.</summary>
/// <param name="Parts">Memory, cache and throttle.</param>
public sealed record ParsimonyHealth(IReadOnlyList<HealthPart> Parts)
{
    /// <summary>Gets the overall score, 0 to 100: that of the weakest part.</summary>
    public int Score => Parts.Min(p => p.Score);

    /// <summary>Gets the overall status: healthy from 80, degraded from 50, else unhealthy.</summary>
    public HealthStatus Status => HealthPart.StatusOf(Score);
}
