using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony.Tests.Health;

public class ParsimonyHealthChecksBuilderExtensionsTests
{
    private readonly TestServices services = new();

    [Fact]
    public async Task Four_checks_report_the_whole_and_its_parts_with_their_scores()
    {
        services.Collection.AddLogging();
        services.Collection.AddHealthChecks().AddParsimonyHealthChecks(tags: ["ready"]);
        await using var provider = services.Build();
        services.Memory.Heap = 900;

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(r => r.Tags.Contains("ready"));

        Assert.Equal(["parsimony", "parsimony-cache", "parsimony-memory", "parsimony-throttle"], report.Entries.Keys.Order());
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Equal(HealthStatus.Degraded, report.Entries["parsimony-memory"].Status);
        Assert.Equal(HealthStatus.Healthy, report.Entries["parsimony-cache"].Status);
        Assert.Equal(59, report.Entries["parsimony"].Data["score"]);
        Assert.Equal([59, 100, 100], new[] { "memory", "cache", "throttle" }.Select(p => report.Entries["parsimony"].Data[p]));
    }

    [Fact]
    public async Task The_app_says_what_a_failure_is()
    {
        services.Collection.AddLogging();
        services.Collection.AddHealthChecks().AddParsimonyHealthChecks(failureStatus: HealthStatus.Degraded);
        await using var provider = services.Build();
        services.Memory.Heap = 990;

        Assert.Equal(HealthStatus.Degraded, (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
    }
}
