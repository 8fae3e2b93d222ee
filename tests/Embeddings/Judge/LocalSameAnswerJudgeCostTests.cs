namespace Parsimony.Embeddings.Tests;

[Collection(MemoryCollection.Name)]
public class LocalSameAnswerJudgeCostTests
{
    private const string Question = "How do I reset my password?";

    private readonly LocalSameAnswerJudge judge = new();

    [Theory]
    [InlineData("I forgot my password, how can I change it")]
    [InlineData("Why was my card declined at the supermarket in Zxqvbn yesterday?")]
    [InlineData("Wie setze ich mein Passwort zurück?")]
    [InlineData("")]
    public void Judging_a_pair_allocates_nothing_once_warm(string candidate) =>
        Assert.Equal(0, LocalEmbeddingGeneratorCostTests.Allocated(() => judge.Probability(Question, candidate, 0)));

    [Fact]
    public void Judging_several_candidates_allocates_nothing_once_warm()
    {
        var candidates = Enumerable.Range(0, 8).Select(static i => "How do I reset password number " + i).ToArray();
        var (similarities, probabilities) = (new float[8], new double[8]);

        Assert.Equal(0, LocalEmbeddingGeneratorCostTests.Allocated(() => judge.Probabilities(Question, candidates, similarities, probabilities)));
    }

    [Fact]
    public void A_call_that_throws_does_not_drain_the_pool_for_good()
    {
        string[] broken = [Question, null!];
        for (var i = 0; i < 50; i++)
        {
            Assert.Throws<ArgumentNullException>(() => judge.Probabilities(Question, broken, [0, 0], new double[2]));
        }

        Assert.Equal(0, LocalEmbeddingGeneratorCostTests.Allocated(() => judge.Probability(Question, Question, 0)));
    }
}
