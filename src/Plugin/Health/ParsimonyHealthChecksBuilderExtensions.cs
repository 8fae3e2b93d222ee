using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony;

/// <summary>Adds Parsimony's health checks to an app's.</summary>
public static class ParsimonyHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds four checks: <c>parsimony</c> with the overall score, and one for each part: <c>parsimony-memory</c>, <c>parsimony-cache</c>,
    /// <c>parsimony-throttle</c>. Their data holds the scores, 0 to 100. They need <c>AddParsimony</c> on the service collection.
    /// </summary>
    /// <param name="builder">The app's health checks.</param>
    /// <param name="failureStatus">What a check with a score below 50 reports; unhealthy by default.</param>
    /// <param name="tags">Tags for the checks; none by default.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddParsimonyHealthChecks(this IHealthChecksBuilder builder, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var all = tags?.ToArray();
        Add("parsimony", e => e.Evaluate());
        Add("parsimony-memory", e => new ParsimonyHealth([e.Memory()]));
        Add("parsimony-cache", e => new ParsimonyHealth([e.Cache()]));
        Add("parsimony-throttle", e => new ParsimonyHealth([e.Throttle()]));
        return builder;

        void Add(string name, Func<HealthEvaluator, ParsimonyHealth> evaluate) => builder.Add(new HealthCheckRegistration(
            name,
            services =>
            {
                var evaluator = services.GetRequiredService<HealthEvaluator>();
                return new ParsimonyHealthCheck(() => evaluate(evaluator));
            },
            failureStatus,
            all));
    }
}
