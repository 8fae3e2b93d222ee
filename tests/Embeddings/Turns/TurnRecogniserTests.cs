namespace Parsimony.Embeddings.Tests;

public class TurnRecogniserTests
{
    private const string Sharks = "Are sharks endangered? What are the different types of sharks?";

    [Theory]
    [InlineData("What causes throat cancer?")]
    [InlineData("Who wrote the novel Dracula?")]
    [InlineData("How do I reset my Netflix password?")]
    [InlineData("Is it going to rain in Oslo tomorrow?")]
    public void A_turn_that_names_its_subject_stands_alone(string turn) => Assert.True(TurnRecogniser.StandsAlone(turn, Sharks), $"{TurnRecogniser.Score(turn, Sharks)}");

    [Theory]
    [InlineData("Is it treatable?")]
    [InlineData("What about in Canada?")]
    [InlineData("why?")]
    [InlineData("and for students")]
    [InlineData("What is the largest one?")]
    [InlineData("What are the main symptoms?")]
    public void A_turn_that_points_at_something_or_misses_its_subject_leans_on_its_history(string turn) =>
        Assert.False(TurnRecogniser.StandsAlone(turn, Sharks), $"{TurnRecogniser.Score(turn, Sharks)}");

    [Theory]
    [InlineData("Was kostet die Verlängerung des Reisepasses?")]
    [InlineData("パスポートの更新料はいくらですか")]
    [InlineData("")]
    public void A_turn_in_another_language_and_an_empty_one_are_held_to_lean(string turn) => Assert.False(TurnRecogniser.StandsAlone(turn, string.Empty));

    [Fact]
    public void The_same_turn_is_read_alike_by_many_threads_at_once()
    {
        var expected = TurnRecogniser.Score("How long do they live?", Sharks);

        Assert.All(ParallelEnumerable.Range(0, 500).Select(static _ => TurnRecogniser.Score("How long do they live?", Sharks)).ToList(), s => Assert.Equal(expected, s));
    }

    [Fact]
    public void A_file_of_another_format_is_refused() => Assert.Throws<InvalidDataException>(static () => new TurnWeights(new byte[64]));

    [Fact]
    public void A_reading_allocates_nothing()
    {
        TurnRecogniser.Score("How long do they live?", Sharks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TurnRecogniser.Score("How long do they live?", Sharks);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
