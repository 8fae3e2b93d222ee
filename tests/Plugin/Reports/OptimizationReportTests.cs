using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Tests.Reports;

public class OptimizationReportTests
{
    [Fact]
    public async Task A_report_is_JSON_with_status_health_and_version_and_holds_no_prompt()
    {
        var services = new TestServices();
        await using var provider = services.Build(o => (o.Environment, o.EnableBudget) = ("test", false));
        var client = new FakeModel().WithParsimony(provider);
        await client.GetResponseAsync(FakeModel.Ask("a secret question"));
        await client.GetResponseAsync(FakeModel.Ask("a secret question"));

        var json = provider.GetRequiredService<OptimizationOrchestrator>().CreateReport().ToJson();

        using var report = JsonDocument.Parse(json);
        var status = report.RootElement.GetProperty("status");
        Assert.Equal("test", status.GetProperty("environment").GetString());
        Assert.Equal(1, status.GetProperty("cache").GetProperty("exactHits").GetInt64());
        Assert.Equal("Normal", status.GetProperty("memory").GetProperty("level").GetString());
        Assert.Equal(100, report.RootElement.GetProperty("health").GetProperty("score").GetInt32());
        Assert.Equal("Healthy", report.RootElement.GetProperty("health").GetProperty("status").GetString());
        Assert.Matches("^[0-9]+[.][0-9]+[.][0-9A-Za-z.-]+$", report.RootElement.GetProperty("version").GetString());
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
    }
}
