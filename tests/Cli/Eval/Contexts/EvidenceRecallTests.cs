namespace Parsimony.Cli.Tests;

public class EvidenceRecallTests
{
    [Fact]
    public void Is_the_mean_over_questions_not_over_turns()
    {
        var recall = new EvidenceRecall();
        recall.Add([1], new HashSet<int> { 1, 7 });
        recall.Add([1, 2, 3, 4], new HashSet<int> { 2 });

        // (1/1 + 1/4) / 2 = 62.5 %; over turns it would be 2 of 5.
        Assert.Equal(62.5, recall.Percent);
    }

    [Fact]
    public void Has_no_value_without_questions()
    {
        Assert.Null(new EvidenceRecall().Percent);
    }
}
