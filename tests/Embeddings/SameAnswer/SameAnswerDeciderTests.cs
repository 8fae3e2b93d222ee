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
        var verdicts = decider.Explain("pay 5 to \"Bob\"", "do not pay 6 to \"Rob\" for A17").ToDictionary(v => v.Guard, v => v.Refuses);

        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts.Values, Assert.True);
        Assert.Empty(decider.Refusals);
    }

    [Fact]
    public void A_guard_or_a_judge_that_throws_refuses()
    {
        Assert.Equal("broken", new SameAnswerDecider(moreGuards: [new Broken()]).Decide("a", "a", 1).RefusedBy);
        Assert.Equal("judge", new SameAnswerDecider(judge: new Broken()).Decide("a", "a", 1).RefusedBy);
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.94, false)]
    [InlineData(double.NaN, false)]
    public void The_judge_has_the_last_word(double probability, bool accepted) =>
        Assert.Equal(accepted, new SameAnswerDecider(judge: new Fixed(probability)).Decide("a", "a", 1).Accepted);

    [Fact]
    public void All_that_is_wrong_with_the_options_is_said_at_once()
    {
        var options = new SameAnswerOptions { SimilarityThreshold = 92, JudgeThreshold = double.NaN };
        options.EnabledGuards.Add("numbers");

        var message = Assert.Throws<ArgumentException>(() => new SameAnswerDecider(options)).Message;
        Assert.Contains("SimilarityThreshold is 92", message, StringComparison.Ordinal);
        Assert.Contains("JudgeThreshold is NaN", message, StringComparison.Ordinal);
        Assert.Contains("'numbers'", message, StringComparison.Ordinal);
    }

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
