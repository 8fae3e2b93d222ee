namespace Parsimony.Embeddings.Tests;

public class SameAnswerExplanationTests
{
    [Fact]
    public void It_names_the_guard_that_decided_and_still_shows_all_others()
    {
        var explanation = new SameAnswerDecider(judge: new TableJudge(("pay 5", "do not pay 6", 0.4))).Explain("pay 5", "do not pay 6", 0.9f);

        Assert.False(explanation.Accepted);
        Assert.Equal("number", explanation.RefusedBy);
        Assert.Contains(new GuardVerdict("negation", true), explanation.Guards);
        Assert.Contains(new GuardVerdict("quote", false), explanation.Guards);
        Assert.Equal((0.4, 0.95), (explanation.Probability, explanation.RequiredProbability));
        Assert.Equal("Refused by the guard 'number'.", explanation.ToString());
    }

    [Fact]
    public void It_says_what_the_judge_gives_and_what_is_enough()
    {
        Assert.Equal("Accepted: the judge gives 0.99, and 0.95 is enough.", Explain(0.99, 0.9f));
        Assert.Equal("Refused by the judge: it gives 0.5, and 0.95 is needed.", Explain(0.5, 0.9f));
        Assert.Equal("Refused: the cosine is 0.3, and 0.5 is needed.", Explain(0.99, 0.3f));
    }

    [Fact]
    public void Without_a_judge_the_cosine_decides()
    {
        Assert.Equal("Accepted: the cosine is 0.95, and 0.92 is enough.", new SameAnswerDecider().Explain("a", "b", 0.95f).ToString());
        Assert.Null(new SameAnswerDecider().Explain("a", "b", 0.95f).RequiredProbability);
    }

    [Fact]
    public void It_decides_as_a_pair_is_decided()
    {
        foreach (var similarity in new[] { 0.3f, 0.95f, float.NaN })
        {
            foreach (var probability in new[] { 0.5, 0.99 })
            {
                var decider = new SameAnswerDecider(judge: new TableJudge(("a", "b", probability)));
                var decision = decider.Decide("a", "b", similarity);
                var explanation = decider.Explain("a", "b", similarity);
                Assert.Equal((decision.Accepted, decision.RefusedBy), (explanation.Accepted, explanation.RefusedBy));
            }
        }
    }

    [Fact]
    public void Where_no_cosine_is_given_it_is_the_one_of_the_local_model()
    {
        var decider = new SameAnswerDecider();

        Assert.Equal(1, decider.Explain("how do I top up", "how do I top up").Similarity, 5);
        Assert.True(decider.Explain("how do I top up", "who wrote Hamlet").Similarity < 0.9);
    }

    private static string Explain(double probability, float similarity) =>
        new SameAnswerDecider(judge: new TableJudge(("a", "b", probability))).Explain("a", "b", similarity).ToString();
}
