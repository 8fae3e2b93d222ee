namespace Parsimony.Context.Tests.Scoring;

public class RelevanceTests
{
    [Fact]
    public void The_best_item_scores_one_and_its_neighbours_less_with_each_step()
    {
        var scores = Score(["a", "b", "c", "d", "e", "f", "violin", "g"], ContextItemKind.Turn, "the violin");

        Assert.Equal([0, 0.07776, 0.1296, 0.216, 0.36, 0.6, 1, 0.6], scores.Select(s => Math.Round(s, 6)));
    }

    [Fact]
    public void Documents_give_their_neighbours_nothing() =>
        Assert.Equal([0, 1, 0], Score(["a", "violin", "b"], ContextItemKind.Document, "violin"));

    [Fact]
    public void A_query_that_finds_nothing_gives_way_to_the_one_before_it() =>
        Assert.Equal([1, 0], Score(["violin", "b"], ContextItemKind.Document, "And why?", "violin", "b"));

    [Fact]
    public void A_query_of_function_words_only_is_taken_by_its_word() =>
        Assert.Equal([0, 1], Score(["no", "who are you"], ContextItemKind.Document, "Who are you?"));

    private static double[] Score(string[] texts, ContextItemKind kind, params string[] queries) => Relevance.Score(new ScoringInput(
        [.. texts.Select(_ => new ContextItem(kind))],
        [.. texts.Select(t => new[] { TermVector.Of(t) })],
        new bool[texts.Length],
        queries,
        null));
}
