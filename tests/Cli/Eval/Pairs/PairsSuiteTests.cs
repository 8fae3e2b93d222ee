namespace Parsimony.Cli.Tests;

public class PairsSuiteTests
{
    [Fact]
    public async Task Reports_the_example_as_computed_by_hand()
    {
        var report = await Tool.EvaluateAsync("pairs", Examples.PathOf("pairs.tsv"));

        // 9 pairs, 4 with one answer. Without embeddings the cache serves the two repeats (one differs in white space only) and nothing
        // else: recall 2 of 4, false hits 0 of 5. Each guard refuses the pair that was written for it - 3 / 30 days, A-114 / B-271,
        // "reference" / "withdrawn", may / may not - and the number guard the shelves too.
        Json.Equal("""
            {"pairs":9,"positives":4,"cosine":null,"judge":null,
             "default":{"served":2,"falseServed":0,"recall":0.5,"falseHitRate":0,
                        "byKind":{"identifier":{"pairs":1,"served":0},"negation":{"pairs":1,"served":0},"number":{"pairs":1,"served":0},
                                  "object":{"pairs":1,"served":0},"paraphrase":{"pairs":2,"served":0},"quote":{"pairs":1,"served":0},
                                  "repeat":{"pairs":2,"served":2}}},
             "guards":{"identifier":1,"negation":1,"number":2,"quote":1}}
            """, Json.Without(report, "microsPerPair"));
    }

    [Fact]
    public async Task Says_on_standard_error_why_scores_are_null()
    {
        var run = await Tool.RunAsync("eval", "pairs", Examples.PathOf("pairs.tsv"), "--json");
        Assert.Contains("no embeddings are configured", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_the_generator_that_the_registration_names()
    {
        await using var engine = EvalEngine.Create(TextWriter.Null, null, options => options.EmbeddingGenerator = _ => new LengthGenerator());
        using var file = new InputFile("label\tleft\tright\n1\taaaa?\tbbbb?\n0\taaaa?\tb?\n");
        var report = Json.Of(await PairsSuite.RunAsync(file.Path, new EvalRun(engine, TextWriter.Null, default)));

        // Texts of one length have one embedding here: cosine 1, served; the others have orthogonal ones.
        Assert.Contains("\"cosine\":{\"auc\":1,\"ap\":1},\"judge\":null,\"default\":{\"served\":1,\"falseServed\":0", report, StringComparison.Ordinal);
    }
}
