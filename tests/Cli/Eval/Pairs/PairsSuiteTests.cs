using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class PairsSuiteTests
{
    [Fact]
    public async Task Reports_the_example_as_computed_by_hand()
    {
        var (report, _) = await WithoutSameAnswersAsync();

        // 9 pairs, 4 with one answer. Without the same-answer search the cache serves the two repeats (one differs in white space only) and nothing
        // else: recall 2 of 4, false hits 0 of 5. Each guard refuses the pair that was written for it - 3 / 30 days, A-114 / B-271,
        // "reference" / "withdrawn", may / may not - and the number guard the shelves too.
        Json.Equal("""
            {"pairs":9,"positives":4,"cosine":null,"judge":null,
             "default":{"served":2,"falseServed":0,"recall":0.5,"falseHitRate":0,
                        "byKind":{"identifier":{"pairs":1,"served":0},"negation":{"pairs":1,"served":0},"number":{"pairs":1,"served":0},
                                  "object":{"pairs":1,"served":0},"paraphrase":{"pairs":2,"served":0},"quote":{"pairs":1,"served":0},
                                  "repeat":{"pairs":2,"served":2}}},
             "guards":{"identifier":1,"name":0,"negation":1,"number":2,"opposite":0,"order":0,"person":0,"question":0,"quote":1}}
            """, Json.Without(report, "microsPerPair"));
    }

    [Fact]
    public async Task Says_on_standard_error_why_scores_are_null()
    {
        var (_, notes) = await WithoutSameAnswersAsync();
        Assert.Contains("no embeddings are configured", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_the_local_model_and_judge_unless_it_is_told_otherwise()
    {
        var report = await Tool.EvaluateAsync("pairs", Examples.PathOf("pairs.tsv"));

        // What they give depends on their weights; that they decide does not.
        Assert.InRange(report.GetProperty("cosine").GetProperty("auc").GetDouble(), 0, 1);
        Assert.InRange(report.GetProperty("judge").GetProperty("auc").GetDouble(), 0, 1);
        Assert.InRange(report.GetProperty("judge").GetProperty("recallAtFpr").GetProperty("2").GetDouble(), 0, 1);
        Assert.Equal(2, report.GetProperty("default").GetProperty("byKind").GetProperty("repeat").GetProperty("served").GetInt32());
        Assert.Equal(0, report.GetProperty("default").GetProperty("byKind").GetProperty("number").GetProperty("served").GetInt32());
    }

    [Fact]
    public async Task Uses_the_generator_that_the_registration_names()
    {
        await using var engine = EvalEngine.Create(TextWriter.Null, null, options =>
        {
            options.EmbeddingGenerator = _ => new LengthGenerator();
            options.Cache.EnableJudge = false;
        });
        using var file = new InputFile("label\tleft\tright\n1\tcats?\tdogs?\n0\tcats?\tb?\n");
        var report = Json.Of(await PairsSuite.RunAsync(file.Path, new EvalRun(engine, TextWriter.Null, default)));

        // Texts of one length have one embedding here: cosine 1, served; the others have orthogonal ones.
        Assert.Contains("\"cosine\":{\"auc\":1,\"ap\":1},\"judge\":null,\"default\":{\"served\":1,\"falseServed\":0", report, StringComparison.Ordinal);
    }

    private static async Task<(JsonElement Report, string Notes)> WithoutSameAnswersAsync()
    {
        await using var engine = EvalEngine.Create(TextWriter.Null, null, options => options.Cache.EnableSameAnswer = false);
        using var notes = new StringWriter();
        using var report = JsonDocument.Parse(Json.Of(await PairsSuite.RunAsync(Examples.PathOf("pairs.tsv"), new EvalRun(engine, notes, default))));
        return (report.RootElement.Clone(), notes.ToString());
    }
}
