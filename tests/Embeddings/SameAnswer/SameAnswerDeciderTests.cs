using System.Diagnostics.Metrics;

namespace Parsimony.Embeddings.Tests;

public class SameAnswerDeciderTests
{
    [Fact]
    public void A_pair_above_the_threshold_that_no_guard_minds_is_accepted()
    {
        var decision = new SameAnswerDecider().Decide("Where is my card?", "where's my card", 0.95f);

        Assert.True(decision.Accepted);
        Assert.Null(decision.RefusedBy);
        Assert.Equal(0.95f, decision.Similarity);
    }

    [Theory]
    [InlineData(0.9199f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void A_pair_below_the_threshold_is_refused(float similarity) =>
        Assert.Equal("threshold", new SameAnswerDecider().Decide("a", "a", similarity).RefusedBy);

    [Fact]
    public void The_threshold_itself_is_enough() => Assert.True(new SameAnswerDecider().Decide("a", "a", 0.92f).Accepted);

    [Fact]
    public void A_threshold_of_0_is_taken_at_its_word()
    {
        var decider = new SameAnswerDecider(new() { SimilarityThreshold = 0 });

        Assert.True(decider.Decide("a", "b", 0).Accepted);
        Assert.False(decider.Decide("a", "b", -0.01f).Accepted);
    }

    [Fact]
    public void The_guard_that_refuses_is_named_and_counted()
    {
        var decider = new SameAnswerDecider();

        Assert.Equal("number", decider.Decide("pay 5", "pay 6", 0.99f).RefusedBy);
        Assert.Equal("negation", decider.Decide("pay", "do not pay", 0.99f).RefusedBy);
        Assert.Equal("negation", decider.Decide("pay now", "never pay now", 0.99f).RefusedBy);
        Assert.Equal(1, decider.Refusals["number"]);
        Assert.Equal(2, decider.Refusals["negation"]);
    }

    [Fact]
    public void Refusals_reach_the_meter_by_guard_and_without_text()
    {
        var seen = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "parsimony.same_answer.refusals")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (seen)
            {
                seen.Add(string.Join(',', tags.ToArray().Select(static t => $"{t.Key}={t.Value}")));
            }
        });
        listener.Start();

        new SameAnswerDecider().Decide("say \"red\"", "say \"blue\"", 0.99f);

        lock (seen)
        {
            Assert.Contains("by=quote", seen);
            Assert.All(seen, static s => Assert.DoesNotContain("red", s[3..].Replace("refused", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_guard_that_is_not_enabled_is_not_asked()
    {
        var options = new SameAnswerOptions();
        options.EnabledGuards.Remove("number");

        Assert.True(new SameAnswerDecider(options).Decide("pay 5", "pay 6", 0.99f).Accepted);
    }

    [Fact]
    public void Explain_asks_every_guard_and_counts_nothing()
    {
        var decider = new SameAnswerDecider();
        var verdicts = decider.Explain("pay 5 to \"Bob\"", "do not pay 6 to \"Rob\" for A17").Guards.ToDictionary(v => v.Guard, v => v.Refuses);

        Assert.Equal(SameAnswerGuards.All.Select(static g => g.Name), verdicts.Keys);
        Assert.All(["quote", "number", "negation", "identifier"], name => Assert.True(verdicts[name]));
        Assert.Empty(decider.Refusals);
    }

    [Fact]
    public void Every_guard_that_there_is_is_enabled()
    {
        Assert.Equal(SameAnswerGuards.All.Select(static g => g.Name).Order(), new SameAnswerOptions().EnabledGuards.Order());
    }

    [Fact]
    public void One_question_is_held_against_several_candidates()
    {
        var decider = new SameAnswerDecider();
        var question = "Where is order 17?";

        Assert.Equal("number", decider.Decide(question, "Where is order 18?", 1).RefusedBy);
        Assert.True(decider.Decide(question, "where's order 17", 1).Accepted);
        Assert.Equal("number", decider.Decide("Where is order 18?", question, 1).RefusedBy);
    }

    [Fact]
    public void A_guard_or_a_judge_that_throws_refuses()
    {
        Assert.Equal("broken", new SameAnswerDecider(moreGuards: [new Broken()]).Decide("a", "a", 1).RefusedBy);
        Assert.Equal("judge", new SameAnswerDecider(judge: new Broken()).Decide("a", "a", 1).RefusedBy);
    }

    [Theory]
    [InlineData(SameAnswerPolicy.Strict, 0.95)]
    [InlineData(SameAnswerPolicy.Balanced, 0.9)]
    [InlineData(SameAnswerPolicy.Lenient, 0.85)]
    public void A_policy_is_an_error_budget_and_the_judge_has_to_keep_it(SameAnswerPolicy policy, double least)
    {
        var options = new SameAnswerOptions { Policy = policy };

        Assert.True(new SameAnswerDecider(options, new Fixed(least)).Decide("a", "a", 1).Accepted);
        Assert.Equal("judge", new SameAnswerDecider(options, new Fixed(least - 0.001)).Decide("a", "a", 1).RefusedBy);
        Assert.Equal(1 - least, new SameAnswerDecider(options, new Fixed(1)).ErrorBudget, 9);
    }

    [Fact]
    public void An_app_may_state_its_own_error_budget()
    {
        var decider = new SameAnswerDecider(new() { Policy = SameAnswerPolicy.Custom, ErrorBudget = 0.3 }, new Fixed(0.71));

        Assert.True(decider.Decide("a", "a", 1).Accepted);
    }

    [Fact]
    public void A_part_of_the_cache_may_be_stricter_than_the_policy_and_never_laxer()
    {
        var decider = new SameAnswerDecider(judge: new Fixed(0.985));

        Assert.True(decider.Decide("a", "a", 1).Accepted);
        Assert.False(decider.Decide("a", "a", 1, errorBudget: 0.01).Accepted);
        Assert.False(new SameAnswerDecider(judge: new Fixed(0.9)).Decide("a", "a", 1, errorBudget: 0.5).Accepted);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void A_probability_that_is_none_refuses_whatever_the_budget(double probability)
    {
        var decider = new SameAnswerDecider(new() { Policy = SameAnswerPolicy.Custom, ErrorBudget = 0.99 }, new Fixed(probability));

        Assert.Equal("judge", decider.Decide("a", "a", 1).RefusedBy);
        Assert.Equal("judge", decider.Decide("a", [new("b", 1, 1)]).RefusedBy);
    }

    [Fact]
    public void With_a_judge_the_threshold_is_only_the_floor_for_candidates()
    {
        Assert.Equal(0.5, new SameAnswerDecider(judge: new Fixed(1)).SimilarityThreshold);
        Assert.Equal(0.92, new SameAnswerDecider().SimilarityThreshold);
        Assert.Equal(0.7, new SameAnswerDecider(new() { SimilarityThreshold = 0.7 }, new Fixed(1)).SimilarityThreshold);
        Assert.Equal("threshold", new SameAnswerDecider(judge: new Fixed(1)).Decide("a", "a", 0.49f).RefusedBy);
    }

    [Fact]
    public void All_that_is_wrong_with_the_options_is_said_at_once()
    {
        var options = new SameAnswerOptions { SimilarityThreshold = 92, Policy = SameAnswerPolicy.Balanced, ErrorBudget = double.NaN };
        options.EnabledGuards.Add("numbers");

        var message = Assert.Throws<ArgumentException>(() => new SameAnswerDecider(options)).Message;
        Assert.Contains("SimilarityThreshold is 92", message, StringComparison.Ordinal);
        Assert.Contains("ErrorBudget is NaN", message, StringComparison.Ordinal);
        Assert.Contains("Policy is Balanced", message, StringComparison.Ordinal);
        Assert.Contains("'numbers'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_policy_without_a_budget_is_an_error() =>
        Assert.Contains("ErrorBudget is not set", Assert.Throws<ArgumentException>(() => new SameAnswerDecider(new() { Policy = SameAnswerPolicy.Custom })).Message, StringComparison.Ordinal);

    private sealed class Broken : ISameAnswerGuard, ISameAnswerJudge
    {
        public string Name => "broken";

        public bool Refuses(string left, string right) => throw new InvalidOperationException();

        public double Probability(string left, string right, float similarity) => throw new InvalidOperationException();
    }

    private sealed class Fixed(double probability) : ISameAnswerJudge
    {
        public double Probability(string left, string right, float similarity) => probability;
    }
}
