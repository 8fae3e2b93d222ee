using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony;

/// <summary>Shows one part, or the whole, to the framework's health checks. A status is never worse than what the app registered the check with.</summary>
internal sealed class ParsimonyHealthCheck(Func<ParsimonyHealth> evaluate) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var health = evaluate();
        var status = health.Status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : health.Status;
        var data = health.Parts.ToDictionary(p => p.Name, p => (object)p.Score, StringComparer.Ordinal);
        data["score"] = health.Score;
        var description = string.Join("; ", health.Parts.Select(p => $"{p.Name} {p.Score}: {p.Detail}"));
        return Task.FromResult(new HealthCheckResult(status, description, exception: null, data));
    }
}
