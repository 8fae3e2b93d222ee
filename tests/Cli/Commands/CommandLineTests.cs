namespace Parsimony.Cli.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("eval")]
    [InlineData("eval", "pairs")]
    [InlineData("eval", "nothing", "file")]
    [InlineData("eval", "pairs", "file", "--jsn")]
    [InlineData("eval", "pairs", "file", "--cache-dir", "x")]
    [InlineData("health", "--config")]
    [InlineData("frobnicate")]
    public async Task A_wrong_command_line_returns_2_and_prints_nothing_on_standard_output(params string[] args)
    {
        var run = await Tool.RunAsync(args);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pairs")]
    [InlineData("stream")]
    [InlineData("context")]
    [InlineData("tokens")]
    public async Task A_bad_line_returns_1_with_one_line_that_names_it(string suite)
    {
        using var file = new InputFile("{}\n");
        var run = await Tool.RunAsync("eval", suite, file.Path, "--json");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(file.Path, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'), line => !line.StartsWith("note:", StringComparison.Ordinal) && !line.StartsWith("warning:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_returns_1()
    {
        var run = await Tool.RunAsync("eval", "stream", "no-such-file.jsonl");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("no-such-file.jsonl: there is no such file.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_suites_and_returns_0()
    {
        var run = await Tool.RunAsync("eval", "--help");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        foreach (var suite in (string[])["pairs", "stream", "context", "tokens"])
        {
            Assert.Contains(suite, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_json_a_table_is_printed()
    {
        var run = await Tool.RunAsync("eval", "stream", Examples.PathOf("stream.jsonl"));
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"^requests +10\r?\nexactHits +3\r?\n", run.Output);
    }
}
