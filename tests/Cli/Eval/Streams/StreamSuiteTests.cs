using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class StreamSuiteTests
{
    [Fact]
    public async Task Reports_the_example_as_computed_by_hand()
    {
        await using var engine = EvalEngine.Create(TextWriter.Null, null, options => options.Cache.EnableSameAnswer = false);
        using var report = JsonDocument.Parse(Json.Of(await StreamSuite.RunAsync(Examples.PathOf("stream.jsonl"), new EvalRun(engine, TextWriter.Null, default))));

        // Line: 1 new, 2 repeat, 3 opportunity (other words), 4 new, 5 repeat (white space), 6 new (another tenant), 7 and 8 new (one
        // text, two histories, two answers), 9 opportunity (line 4 behind a history), 10 repeat of line 1 with another label.
        // Without the same-answer search lines 2, 5 and 10 are exact hits; line 10's is wrong. 1 error in 10 requests is bounded by 0.394163, the
        // root of (1-p)^10 + 10 p (1-p)^9 = 0.05.
        Json.Equal("""
            {"requests":10,"exactHits":3,"sameAnswerHits":0,"wrong":1,"exactWrong":1,"opportunities":2,"sameAnswerRecall":0,
             "hitRate":0.3,"errorRate":0.1,"errorRateUpper95":0.394163,"sameAnswerErrorRate":null}
            """, Json.Without(report.RootElement, "p50Micros", "p99Micros"));
    }

    [Fact]
    public async Task Tells_same_answer_hits_from_exact_ones()
    {
        await using var engine = EvalEngine.Create(TextWriter.Null, null, options =>
        {
            options.EmbeddingGenerator = _ => new LengthGenerator();
            options.Cache.EnableJudge = false;
        });
        using var file = new InputFile("""
            {"text":"Where is the lift?","answer":"lift"}
            {"text":"Which way to lift?","answer":"lift"}
            {"text":"Where is the lift?","answer":"lift"}
            {"text":"Where is the roof?","answer":"roof"}
            """);
        var report = Json.Of(await StreamSuite.RunAsync(file.Path, new EvalRun(engine, TextWriter.Null, default)));

        // All texts have one length, so this generator holds them all alike: line 2 is rightly served, line 4 wrongly.
        Assert.Contains("\"exactHits\":1,\"sameAnswerHits\":2,\"wrong\":1,\"exactWrong\":0,\"opportunities\":1,\"sameAnswerRecall\":1,", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replays_through_the_local_model_and_judge_unless_it_is_told_otherwise()
    {
        using var file = new InputFile("""
            {"text":"Where is the lift?","answer":"lift"}
            {"text":"where is the lift","answer":"lift"}
            {"text":"What does a ticket for 3 days cost?","answer":"3"}
            {"text":"What does a ticket for 4 days cost?","answer":"4"}
            """);
        var run = await Tool.RunAsync("eval", "stream", file.Path, "--json");

        Assert.Contains("\"exactHits\":0,\"sameAnswerHits\":1,\"wrong\":0,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_the_disk_tiers_where_a_directory_is_named()
    {
        var directory = Directory.CreateTempSubdirectory("parsimony-cli-");
        try
        {
            var run = await Tool.RunAsync("eval", "stream", Examples.PathOf("stream.jsonl"), "--json", "--cache-dir", directory.FullName);
            Assert.Equal(ExitCode.Success, run.ExitCode);
            Assert.NotEmpty(directory.EnumerateFiles("*", SearchOption.AllDirectories));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
