using Parsimony.Caching;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Run;

public class ColumnResultTests
{
    [Fact]
    public void Percentiles_are_of_the_nearest_rank()
    {
        var result = RunFixture.Column("c", [.. Enumerable.Range(1, 200).Reverse().Select(i => RunFixture.Asked(correct: true, addedMilliseconds: i))]);

        Assert.Equal((100, 198, 200), (result.Added(0.5).TotalMilliseconds, result.Added(0.99).TotalMilliseconds, result.Added(1).TotalMilliseconds));
        Assert.Equal(TimeSpan.Zero, RunFixture.Column("empty").Added(0.5));
    }

    [Fact]
    public void Hits_are_counted_by_kind_and_tier()
    {
        var result = RunFixture.Column(
            "c",
            RunFixture.Asked(correct: false),
            RunFixture.Replayed(HitKind.Exact, correct: true, tier: CacheTier.L1),
            RunFixture.Replayed(HitKind.SameAnswer, correct: false, tier: CacheTier.L2),
            RunFixture.Replayed(HitKind.SameAnswer, correct: false, wrong: true, tier: CacheTier.L2));

        Assert.Equal((1, 1, 2, 1, 0, 1), (result.ModelCalls, result.ExactHits, result.SameAnswerHits, result.WrongFromCache, result.WrongExactHits, result.ReplayedMistakes));
        Assert.Equal((1, 2, 0), (result.HitsIn(CacheTier.L1), result.HitsIn(CacheTier.L2), result.HitsIn(CacheTier.L3)));
    }

    [Fact]
    public void Answers_that_are_still_right_are_compared_turn_by_turn()
    {
        var everything = RunFixture.Column("e", RunFixture.Asked(true), RunFixture.Asked(true), RunFixture.Asked(false));
        var other = RunFixture.Column("o", RunFixture.Asked(true), RunFixture.Asked(false), RunFixture.Asked(true));

        Assert.Equal((2, 1), (other.Correct, other.StillCorrect(everything)));
    }

    [Fact]
    public void Cost_is_tokens_times_price()
    {
        var options = new QuickStartOptions { PriceIn = 2m, PriceOut = 8m };

        Assert.Equal(((2_000 * 2m) + (100 * 8m)) / 1_000_000m, options.Cost(RunFixture.Column("c", RunFixture.Asked(true), RunFixture.Asked(true))));
    }

    [Fact]
    public void A_run_fails_by_a_wrong_exact_hit_an_exceeded_budget_or_an_error_and_not_by_a_wrong_same_answer_hit()
    {
        var good = RunFixture.Column("good", RunFixture.Asked(true), RunFixture.Replayed(HitKind.SameAnswer, correct: false, wrong: true));
        var wrong = RunFixture.Column("wrong", RunFixture.Replayed(HitKind.Exact, correct: false, wrong: true));
        var large = good with { Title = "large", Exceeded = ["call 1 has 9 prompt tokens; the budget is 8"] };
        var broken = RunFixture.Column("broken", RunFixture.Asked(false) with { Error = "turn 1: it broke" });

        Assert.Empty(RunFixture.Of(good, null).Failures);
        Assert.Equal(
            ["wrong: 1 exact hits were wrong", "large: call 1 has 9 prompt tokens; the budget is 8", "broken: turn 1: it broke"],
            RunFixture.Of(good, wrong, large, broken).Failures);
    }
}
