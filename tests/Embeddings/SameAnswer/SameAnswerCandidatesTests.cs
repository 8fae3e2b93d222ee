using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

/// <summary>What the decider makes of all candidates of a question together.</summary>
public class SameAnswerCandidatesTests
{
    private const string Asked = "asked";

    [Fact]
    public void Without_candidates_nothing_is_accepted() => Assert.Equal(new CandidateDecision(-1, null, null), new SameAnswerDecider().Decide(Asked, []));

    [Fact]
    public void A_lone_candidate_is_decided_like_a_pair()
    {
        Assert.Equal((0, null), Outcome(new TableJudge((Asked, "a", 0.95)), [new("a", 0.9f, 1)]));
        Assert.Equal((-1, "judge"), Outcome(new TableJudge((Asked, "a", 0.94)), [new("a", 0.9f, 1)]));
        Assert.Equal((-1, "threshold"), Outcome(new TableJudge((Asked, "a", 1)), [new("a", 0.4f, 1)]));
        Assert.Equal("number", new SameAnswerDecider(judge: new TableJudge(("pay 5", "pay 6", 0.99))).Decide("pay 5", [new("pay 6", 0.9f, 1)]).RefusedBy);
    }

    [Fact]
    public void Without_a_judge_the_nearest_that_passes_the_guards_is_accepted()
    {
        var decision = new SameAnswerDecider().Decide("pay 5", [new("pay 7", 0.99f, 1), new("paying 5", 0.94f, 2), new("5 to pay", 0.95f, 3)]);

        Assert.Equal(new CandidateDecision(2, null, null), decision);
    }

    [Fact]
    public void Candidates_with_one_answer_speak_for_each_other()
    {
        var judge = new TableJudge((Asked, "a", 0.9), (Asked, "b", 0.9), (Asked, "c", 0.9));

        Assert.Equal((-1, "judge"), Outcome(judge, [new("a", 0.9f, 1)]));
        Assert.Equal((0, null), Outcome(judge, new("a", 0.9f, 1), new("b", 0.8f, 1), new("c", 0.8f, 1)));
    }

    [Fact]
    public void Candidates_of_which_the_judge_is_sure_that_they_differ_do_not_lift_each_other()
    {
        var judge = new TableJudge((Asked, "a", 0.84), (Asked, "b", 0.84), (Asked, "c", 0.84), (Asked, "d", 0.84));

        Assert.Equal((-1, "judge"), Outcome(judge, new("a", 0.9f, 1), new("b", 0.9f, 1), new("c", 0.9f, 1), new("d", 0.9f, 1)));
    }

    [Fact]
    public void A_candidate_with_another_answer_that_is_as_near_speaks_against_it()
    {
        var judge = new TableJudge((Asked, "a", 0.98), (Asked, "b", 0.9));

        Assert.Equal((-1, "rivals"), Outcome(judge, new("a", 0.9f, 1), new("b", 0.8f, 2)));
        Assert.Equal((0, null), Outcome(judge, new("a", 0.9f, 1), new("b", 0.8f, 1)));
    }

    [Fact]
    public void Two_answers_to_what_the_judge_holds_for_one_question_are_no_rivals()
    {
        var judge = new TableJudge((Asked, "a", 0.99), (Asked, "b", 0.9), ("a", "b", 0.999));

        Assert.Equal((0, null), Outcome(judge, new("a", 0.9f, 1), new("b", 0.8f, 2)));
    }

    [Fact]
    public void A_candidate_that_a_guard_refuses_is_still_a_rival_and_never_a_supporter()
    {
        var judge = new TableJudge(("pay 5", "pay five", 0.985), ("pay 5", "pay 6", 0.98));
        var decider = new SameAnswerDecider(judge: judge);

        Assert.Equal("rivals", decider.Decide("pay 5", [new("pay five", 0.9f, 1), new("pay 6", 0.9f, 2)]).RefusedBy);
        Assert.Equal(0.985, decider.Decide("pay 5", [new("pay five", 0.9f, 1), new("pay 6", 0.9f, 1)]).Probability!.Value, 9);
    }

    [Fact]
    public void The_judge_is_asked_about_two_candidates_only_where_it_can_change_the_outcome()
    {
        var clear = new TableJudge((Asked, "a", 0.9995), (Asked, "b", 0.5));
        var hopeless = new TableJudge((Asked, "a", 0.5), (Asked, "b", 0.4));
        var open = new TableJudge((Asked, "a", 0.97), (Asked, "b", 0.9));

        Outcome(clear, new("a", 0.9f, 1), new("b", 0.8f, 2));
        Outcome(hopeless, new("a", 0.9f, 1), new("b", 0.8f, 2));
        Outcome(open, new("a", 0.9f, 1), new("b", 0.8f, 2));

        Assert.Equal((2, 2, 3), (clear.Asked, hopeless.Asked, open.Asked));
    }

    [Fact]
    public void What_refused_each_candidate_is_said_and_counted()
    {
        var decider = new SameAnswerDecider(judge: new TableJudge(("pay 5", "pay 6", 0.99), ("pay 5", "a 5", 0.999), ("pay 5", "b 5", 0.4)));
        var refusedBy = new string?[4];

        decider.Decide("pay 5", [new("pay 6", 0.9f, 1), new("a 5", 0.9f, 2), new("b 5", 0.9f, 2), new("c 5", 0.1f, 3)], refusedBy);

        Assert.Equal<string?[]>(["number", null, "judge", "threshold"], refusedBy);
        Assert.Equal([("judge", 1L), ("number", 1L), ("threshold", 1L)], decider.Refusals.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
    }

    [Fact]
    public void Guards_are_asked_only_about_candidates_whose_score_could_matter()
    {
        var guard = new CountingGuard();
        var judge = new TableJudge((Asked, "a", 0.999), (Asked, "b", 0.99), (Asked, "c", 0.5), (Asked, "d", 0.1));
        var decider = new SameAnswerDecider(judge: judge, moreGuards: [guard]);

        decider.Decide(Asked, [new("c", 0.9f, 1), new("d", 0.9f, 1)]);
        Assert.Equal(0, guard.Asked);
        decider.Decide(Asked, [new("a", 0.9f, 1), new("b", 0.9f, 1), new("c", 0.9f, 1), new("d", 0.9f, 1)]);
        Assert.Equal(2, guard.Asked);
    }

    [Fact]
    public void A_judge_that_throws_refuses_all()
    {
        var refusedBy = new string?[2];
        var decision = new SameAnswerDecider(judge: new ThrowingJudge()).Decide(Asked, [new("a", 0.9f, 1), new("b", 0.9f, 1)], refusedBy);

        Assert.Equal((-1, "judge"), (decision.Accepted, decision.RefusedBy));
        Assert.All(refusedBy, static by => Assert.Equal("judge", by));
    }

    [Fact]
    public void Too_little_room_for_the_refusals_is_an_error() =>
        Assert.Throws<ArgumentException>("refusedBy", () => new SameAnswerDecider().Decide(Asked, [new("a", 1, 1), new("b", 1, 1)], new string?[1]));

    [Fact]
    public void The_order_of_the_candidates_does_not_matter() => Prop.ForAll(Neighbourhoods(), neighbourhood =>
    {
        var decider = new SameAnswerDecider(judge: neighbourhood.Judge());
        var forth = decider.Decide(Asked, neighbourhood.Candidates);
        var back = decider.Decide(Asked, [.. neighbourhood.Candidates.Reverse()]);

        Assert.Equal((forth.RefusedBy, forth.Probability), (back.RefusedBy, back.Probability));
        Assert.Equal(forth.Accepted < 0 ? null : neighbourhood.Candidates[forth.Accepted].Text, back.Accepted < 0 ? null : neighbourhood.Candidates[^(back.Accepted + 1)].Text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_smaller_error_budget_never_accepts_more() => Prop.ForAll(Neighbourhoods(), neighbourhood =>
    {
        var decider = new SameAnswerDecider(new() { Policy = SameAnswerPolicy.Lenient }, neighbourhood.Judge());
        var accepted = -1;
        foreach (var budget in new[] { 0.0001, 0.001, 0.01, 0.02, 0.05, 0.1 })
        {
            var decision = decider.Decide(Asked, neighbourhood.Candidates, errorBudget: budget);

            // What a small budget accepts a larger one accepts too, and it is the same candidate.
            Assert.True(accepted < 0 || accepted == decision.Accepted);
            accepted = decision.Accepted;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lazy_asking_decides_as_full_asking_does() => Prop.ForAll(Neighbourhoods(), neighbourhood =>
    {
        var lazy = new SameAnswerDecider(judge: neighbourhood.Judge()).Decide(Asked, neighbourhood.Candidates);

        Assert.Equal(Reference.Accepts(neighbourhood, LogOdds.Of(0.95)), lazy.Accepted >= 0);
    }).QuickCheckThrowOnFailure();

    private static (int Accepted, string? RefusedBy) Outcome(ISameAnswerJudge judge, params CandidateQuestion[] candidates)
    {
        var decision = new SameAnswerDecider(judge: judge).Decide(Asked, candidates);
        return (decision.Accepted, decision.RefusedBy);
    }

    private static Arbitrary<Neighbourhood> Neighbourhoods()
    {
        var probability = Gen.Elements(0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999, 1);
        var candidate = from p in probability from cosine in Gen.Choose(5, 10) from answer in Gen.Choose(1, 3) select (p, cosine / 10f, (ulong)answer);
        var all = from list in candidate.ListOf() from between in probability.ArrayOf(64) select new Neighbourhood([.. list.Take(8)], between);
        return all.ToArbitrary();
    }

    /// <summary>Up to eight candidates, named by their place; the judge's word on any two of them is in the table.</summary>
    internal sealed record Neighbourhood((double Probability, float Cosine, ulong Answer)[] Of, double[] Between)
    {
        public CandidateQuestion[] Candidates { get; } = [.. Of.Select((c, i) => new CandidateQuestion(Name(i), c.Cosine, c.Answer))];

        public TableJudge Judge() => new(
            [.. Of.Select((c, i) => (Asked, Name(i), c.Probability)), .. from i in Enumerable.Range(0, Of.Length) from j in Enumerable.Range(0, i) select (Name(i), Name(j), Between[(i * 8) + j])]);

        private static string Name(int i) => ((char)('a' + i)).ToString();
    }

    /// <summary>The formula as docs/decisions/0006 states it.</summary>
    private static class Reference
    {
        public static bool Accepts(Neighbourhood neighbourhood, double required)
        {
            var scores = neighbourhood.Of.Select(c => LogOdds.OfJudged(c.Probability)).ToArray();
            if (scores.Length == 0)
            {
                return false;
            }

            var judge = neighbourhood.Judge();
            var all = neighbourhood.Candidates;
            var best = Enumerable.Range(0, all.Length).OrderByDescending(i => scores[i]).ThenByDescending(i => all[i].Similarity).ThenBy(i => all[i].Text, StringComparer.Ordinal).First();
            var others = Enumerable.Range(0, all.Length).Where(i => i != best).ToLookup(i =>
                all[i].Answer == all[best].Answer || LogOdds.OfJudged(judge.Probability(all[best].Text, all[i].Text, 1)) >= CandidateVote.OneQuestion, i => scores[i]);
            var heard = others[true].Where(_ => scores[best] >= LogOdds.Of(0.85)).OrderDescending().Take(3);
            var vote = scores[best] + (0.5 * heard.Sum(s => Math.Max(0, s - scores[best] + 4) / 4));
            vote -= Math.Max(0, others[false].DefaultIfEmpty(double.NegativeInfinity).Max() - vote + 4);
            return vote >= required;
        }
    }

    private sealed class CountingGuard : ISameAnswerGuard
    {
        public string Name => "counting";

        public int Asked { get; private set; }

        public bool Refuses(string left, string right)
        {
            Asked++;
            return false;
        }
    }

    private sealed class ThrowingJudge : ISameAnswerJudge
    {
        public double Probability(string left, string right, float similarity) => throw new InvalidOperationException();
    }
}
