using Parsimony.Context.Tests.Support;

namespace Parsimony.Context.Tests.Scoring.Words;

public class NearWordsTests
{
    private static readonly TwoTopics Model = new("violin", "fiddle");

    [Fact]
    public void An_item_with_a_word_of_the_same_meaning_counts_a_half()
    {
        TermVector[][] items = [[Read("a fiddle")], [Read("a pot")], [], [Read("a pot"), Read("the fiddle")]];
        using var near = new NearWords(Model, items);
        var counts = new float[4];

        near.Find(Model.FindWord("violin"), counts);

        Assert.Equal([0.5f, 0, 0, 0.5f], counts);
    }

    [Fact]
    public void The_word_itself_is_better_than_one_like_it()
    {
        TermVector[][] items = [[Read("a fiddle case")], [Read("a violin case")], [Read("a pot case")]];
        var scores = new double[3];

        Assert.True(Bm25.Score(items, TermVector.Of("violin", model: Model), scores, Model));

        Assert.True(scores[1] > scores[0] && scores[0] > 0);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void A_word_like_the_query_is_no_word_of_the_query()
    {
        var scores = new double[2];

        Assert.False(Bm25.Score([[Read("a fiddle")], [Read("a pot")]], TermVector.Of("violin", model: Model), scores, Model));
        Assert.True(scores[0] > 0);
    }

    [Fact]
    public void A_model_that_knows_no_word_of_it_changes_nothing()
    {
        TermVector[][] items = [[Read("pot and pan")], [Read("a fiddle")]];
        var (with, without) = (new double[2], new double[2]);

        Bm25.Score(items, TermVector.Of("pot", model: Model), with, Model);
        Bm25.Score(items, TermVector.Of("pot"), without);

        Assert.Equal(without, with);
    }

    private static TermVector Read(string text) => TermVector.Of(text, model: Model);
}
