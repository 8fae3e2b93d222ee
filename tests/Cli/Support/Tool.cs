using System.Text.Json;

namespace Parsimony.Cli.Tests;

/// <summary>Runs the tool in this process.</summary>
internal sealed record Tool(int ExitCode, string Output, string Error)
{
    public static async Task<Tool> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return new Tool(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a suite with --json and reads what it printed, which must be one JSON object and nothing else.</summary>
    public static async Task<JsonElement> EvaluateAsync(string suite, string file)
    {
        var run = await RunAsync("eval", suite, file, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        return document.RootElement.Clone();
    }
}
