using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class ReportCommandTests
{
    [Fact]
    public async Task Prints_one_json_object_with_status_and_health()
    {
        using var config = new InputFile("""{ "environment": "the-test" }""");
        var run = await Tool.RunAsync("report", "--config", config.Path);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("the-test", document.RootElement.GetProperty("status").GetProperty("environment").GetString());
        Assert.True(document.RootElement.GetProperty("health").GetProperty("score").GetInt32() <= 100);
    }
}
