using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class TokensSuiteTests
{
    [Fact]
    public async Task Reports_the_example_as_computed_by_hand()
    {
        var report = await Tool.EvaluateAsync("tokens", Examples.PathOf("tokens.jsonl"));

        // "hello world" is 2 tokens; a message adds 3 and its role 1, the reply 3: one message is 9, two are 15. The third case says 10
        // (1 too low), the fourth 7 (2 too high). An image of low detail is 85 for gpt-4o: 94.
        Assert.Equal(6, report.GetProperty("cases").GetInt32());
        Json.Equal("""{"cases":4,"exact":2,"under":1,"maxOver":2}""", Kind(report, "text"));
        Json.Equal("""{"cases":1,"exact":1,"under":0,"maxOver":0}""", Kind(report, "images"));
        Assert.Equal(1, report.GetProperty("byKind").GetProperty("tools").GetProperty("cases").GetInt32());
        Assert.True(report.GetProperty("megabytesPerSecond").GetDouble() > 0);
    }

    private static string Kind(JsonElement report, string kind) => report.GetProperty("byKind").GetProperty(kind).GetRawText();
}
