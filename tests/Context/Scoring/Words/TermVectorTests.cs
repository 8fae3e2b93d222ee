using Parsimony.Context.Tests.Support;

namespace Parsimony.Context.Tests.Scoring.Words;

public class TermVectorTests
{
    [Fact]
    public void Terms_are_counted_by_stem()
    {
        var vector = TermVector.Of("Refund the refunds, the card.");

        Assert.Equal(5, vector.Length);
        Assert.Equal(3, vector.Terms.Length);
        Assert.Equal(2, vector.CountOf(TermHash.OfWord("refunding")));
        Assert.Equal(0, vector.CountOf(TermHash.OfWord("cards5")));
    }

    [Fact]
    public void A_query_has_no_function_words() => Assert.Equal(1, TermVector.Of("What is the card about?", skipStopWords: true).Length);

    [Fact]
    public void Dense_text_and_endless_text_are_read_within_bounds()
    {
        Assert.Equal(4_999, TermVector.Of(new string('語', 5_000)).Length);
        Assert.Equal(TermVector.MaxWords, TermVector.Of(string.Concat(Enumerable.Repeat("a ", TermVector.MaxWords + 10))).Length);
        Assert.Equal(ushort.MaxValue, TermVector.Of(string.Concat(Enumerable.Repeat("a ", 70_000))).CountOf(TermHash.OfWord("a")));
    }

    [Fact]
    public void Words_have_the_models_ids_by_their_stems_and_none_without_a_model()
    {
        var model = new TwoTopics("violin", "violins");

        Assert.Equal([1], TermVector.Of("violin violins violin", model: model).WordIds.ToArray());
        Assert.Equal([TermVector.NoWord], TermVector.Of("pot", model: model).WordIds.ToArray());
        Assert.True(TermVector.Of("violin").WordIds.IsEmpty);
    }

    [Fact]
    public void Words_that_say_what_a_text_is_about_are_counted_apart()
    {
        Assert.Equal(2, TermVector.Of("So, we had the best cake").ContentWords);
        Assert.Equal(0, TermVector.Of("Mm yes, ok").ContentWords);
        Assert.Equal(3, TermVector.Of("東京タワ").ContentWords);
    }
}
