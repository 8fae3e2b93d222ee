using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class HealthCommandTests
{
    [Fact]
    public async Task Prints_the_score_of_every_part_as_json()
    {
        using var config = new InputFile("""{ "environment": "test" }""");
        var run = await Tool.RunAsync("health", "--config", config.Path, "--json");
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal(root.GetProperty("status").GetString() == "Unhealthy" ? ExitCode.Failure : ExitCode.Success, run.ExitCode);
        Assert.Equal(root.GetProperty("score").GetInt32(), root.GetProperty("parts").EnumerateObject().Min(part => part.Value.GetProperty("score").GetInt32()));
        Assert.Equal(100, root.GetProperty("parts").GetProperty("cache").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task A_table_is_the_default()
    {
        using var config = new InputFile("{}");
        var run = await Tool.RunAsync("health", "--config", config.Path);
        Assert.StartsWith("status", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_configuration_returns_1_and_names_its_key()
    {
        using var config = new InputFile("""{ "memory": { "alertThreshold": "often" }, "cache": { "ttlSeconds": -1 } }""");
        var run = await Tool.RunAsync("health", "--config", config.Path);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("memory.alertThreshold", run.Error, StringComparison.Ordinal);
        Assert.Contains("cache.ttlSeconds", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_file_that_is_not_there_returns_1_and_is_named()
    {
        var run = await Tool.RunAsync("health", "--config", "no-such-file.json");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("no-such-file.json", run.Error, StringComparison.Ordinal);
    }
}
