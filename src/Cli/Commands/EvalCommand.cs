using System.CommandLine;

namespace Parsimony.Cli;

/// <summary><c>parsimony eval SUITE FILE [--json]</c>: measures the engine of a live call on a file of labelled cases.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var cacheDirectory = new Option<string?>("--cache-dir") { Description = "Also use the disk tiers, in this directory. By default nothing is written to disk." };
        return new Command("eval", "Measure the engine that a live call uses on a file of labelled cases.")
        {
            Suite("pairs", "Which pairs of questions the cache would answer alike, and which it should.", static (file, run) => PairsSuite.RunAsync(file, run)),
            Suite("stream", "Replay requests through the cache and count hits and wrong answers.", static (file, run) => StreamSuite.RunAsync(file, run), cacheDirectory),
            Suite("curve", "Replay a stream with one error budget after another: recall against errors, for the judge and for the cosine alone.", static (file, run) => CurveSuite.RunAsync(file, run)),
            Suite("context", "How much of the evidence for a question survives a budget.", static (file, run) => ContextSuite.RunAsync(file, run)),
            Suite("tokens", "Compare token counts with what the API charged.", static (file, run) => TokensSuite.RunAsync(file, run)),
        };
    }

    private static Command Suite(string name, string description, Func<string, EvalRun, Task<IEvalReport>> evaluate, Option<string?>? cacheDirectory = null)
    {
        var file = new Argument<string>("FILE") { Description = "The cases, UTF-8. docs/evaluation.md describes the format." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command(name, description) { file, json };
        if (cacheDirectory is not null)
        {
            command.Add(cacheDirectory);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = parsed.InvocationConfiguration;
            var directory = cacheDirectory is null ? null : parsed.GetValue(cacheDirectory);
            await using var engine = EvalEngine.Create(console.Error, directory);
            var report = await evaluate(parsed.GetRequiredValue(file), new EvalRun(engine, console.Error, cancellationToken));
            await console.Output.WriteLineAsync(parsed.GetValue(json) ? EvalJson.Of(report) : EvalTable.Of(report));
            return ExitCode.Success;
        });
        return command;
    }
}
