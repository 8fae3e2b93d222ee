namespace Parsimony.Context.Tests.Scoring;

public class Bm25Tests
{
    [Fact]
    public void The_score_is_the_published_formula()
    {
        // Two items of 2 and 4 words, average 3; "card" is in one of them, twice.
        var scores = Score("card", ["lost words", "card card other words"]);

        var rarity = Math.Log(1 + ((2 - 1 + 0.5) / (1 + 0.5)));
        Assert.Equal(0, scores[0]);
        Assert.Equal(rarity * 2 * 1.9 / (2 + (0.9 * (0.25 + (0.75 * 4 / 3)))), scores[1], 12);
    }

    [Fact]
    public void Rare_words_count_for_more_and_long_items_need_more_of_them()
    {
        var scores = Score("card violin", ["card words words", "violin words words", "card words words", "violin words words words words words"]);

        Assert.True(scores[1] > scores[3] && scores[3] > 0);
        Assert.Equal(scores[0], scores[2]);

        scores = Score("card violin", ["card a b", "violin a b", "card a b", "c a b"]);
        Assert.True(scores[1] > scores[0]);
    }

    [Fact]
    public void A_query_longer_than_the_items_finds_the_same()
    {
        var padding = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"pad{i}"));
        string[] items = ["card a b", "violin card", "card a b card", "c a b"];

        Assert.Equal(Score("card violin", items).Select(s => Math.Round(s, 12)), Score("card violin " + padding, items).Select(s => Math.Round(s, 12)));
    }

    [Fact]
    public void The_texts_of_an_item_count_together()
    {
        var scores = new double[2];
        Bm25.Score([[TermVector.Of("card a"), TermVector.Of("b card")], [TermVector.Of("d e")]], TermVector.Of("card"), scores);

        Assert.Equal(Score("card", ["card a b card", "d e"]), scores);
    }

    [Fact]
    public void Nothing_scores_nothing()
    {
        Assert.Equal([0.0], Score("card", [""]));
        Assert.Equal([0.0, 0.0], Score("", ["card", "card"]));
        Assert.Empty(Score("card", []));
    }

    private static double[] Score(string query, string[] items)
    {
        var scores = new double[items.Length];
        Bm25.Score([.. items.Select(i => new[] { TermVector.Of(i) })], TermVector.Of(query), scores);
        return scores;
    }
}
