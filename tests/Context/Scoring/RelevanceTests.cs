using Parsimony.Context.Tests.Support;

namespace Parsimony.Context.Tests.Scoring;

public class RelevanceTests
{
    private static readonly string[] Filler = ["one of many", "two of many", "three of many", "four of many", "five of many"];

    [Fact]
    public void The_parts_of_all_items_together_have_mean_0_and_deviation_1()
    {
        var total = Totals(Score([.. Filler, "the violin", "a violin and a bow"], ContextItemKind.Turn, "violin bow"));

        Assert.Equal(0, total.Average(), 9);
        Assert.Equal(1, Math.Sqrt(total.Average(t => t * t)), 9);
    }

    [Fact]
    public void A_hit_lifts_its_neighbours_less_with_each_step()
    {
        var relevance = Score([.. Filler, "the violin", .. Filler], ContextItemKind.Turn, "violin");

        var total = Totals(relevance);
        Assert.Equal(5, Array.IndexOf(total, total.Max()));
        Assert.True(total[4] > total[3] && total[3] > total[2] && total[6] > total[7]);
        Assert.True(relevance.Neighbours[4] > 0.2 && relevance.Words[4] < 0);
    }

    [Fact]
    public void Documents_give_their_neighbours_nothing()
    {
        var relevance = Score([.. Filler, "the violin", .. Filler], ContextItemKind.Document, "violin");

        Assert.All(relevance.Neighbours, n => Assert.Equal(0, n));
        Assert.Equal(relevance.Words[0], relevance.Words[4], 9);
    }

    [Fact]
    public void One_strong_hit_outweighs_weak_ones_around_another_item()
    {
        var total = Totals(Score(["bow tie", "tie", "bow", .. Filler, .. Filler, "violin strings and bow"], ContextItemKind.Turn, "violin strings bow"));

        Assert.Equal(total.Length - 1, Array.IndexOf(total, total.Max()));
    }

    [Fact]
    public void A_query_that_finds_nothing_gives_way_to_the_one_before_it()
    {
        var total = Totals(Score(["violin", "b"], ContextItemKind.Document, "And why?", "violin", "b"));

        Assert.True(total[0] > total[1]);
    }

    [Fact]
    public void A_query_of_function_words_only_is_taken_by_its_word()
    {
        var total = Totals(Score(["no", "who are you"], ContextItemKind.Document, "Who are you?"));

        Assert.True(total[1] > total[0]);
    }

    [Fact]
    public void Nothing_in_common_makes_all_items_equal() =>
        Assert.All(Totals(Score(Filler, ContextItemKind.Turn, "violin")), t => Assert.Equal(0, t));

    [Fact]
    public void Meaning_finds_what_no_word_says_and_its_part_is_told_apart()
    {
        // "fiddle" and "violin" are one direction of the model, all else is another.
        var relevance = Score([.. Filler, "a fiddle", .. Filler], ContextItemKind.Document, new TwoTopics("violin", "fiddle"), "violin");

        var total = Totals(relevance);
        Assert.Equal(5, Array.IndexOf(total, total.Max()));
        Assert.True(relevance.Similarity[5] > 0.5);
    }

    [Fact]
    public void A_weight_of_0_leaves_meaning_out()
    {
        string[] texts = [.. Filler, "a fiddle", .. Filler];
        var cache = new TextFeatureCache(new TwoTopics(["violin", "fiddle"], knowsWords: false));

        var relevance = Relevance.Score(Input(texts, ContextItemKind.Document, cache, ["violin"]), cache, similarityWeight: 0, talk: 0);

        Assert.All(Totals(relevance), t => Assert.Equal(0, t));
    }

    [Fact]
    public void An_item_without_an_embedding_is_neither_like_nor_unlike()
    {
        var cache = new TextFeatureCache();
        cache.SetVector("query", [1, 0]);
        cache.SetVector("like", [1, 0]);
        cache.SetVector("unlike", [0, 1]);

        var relevance = Relevance.Score(Input(["like", "unlike", "unknown"], ContextItemKind.Document, cache, ["query"]), cache, 1, 0);

        var total = Totals(relevance);
        Assert.True(total[0] > total[2] && total[2] > total[1]);
    }

    private static double[] Totals(Relevance relevance) =>
        [.. relevance.Words.Select((words, i) => words + relevance.Similarity[i] + relevance.Neighbours[i])];

    private static Relevance Score(string[] texts, ContextItemKind kind, params string[] queries) => Score(texts, kind, null, queries);

    private static Relevance Score(string[] texts, ContextItemKind kind, ILocalEmbedding? model, params string[] queries)
    {
        var cache = new TextFeatureCache(model);
        return Relevance.Score(Input(texts, kind, cache, queries), cache, similarityWeight: 1, talk: 0);
    }

    private static ScoringInput Input(string[] texts, ContextItemKind kind, TextFeatureCache cache, string[] queries) =>
        new([.. texts.Select(t => new ScoredItem(kind, [cache.Get(t)], 20))], queries, null);
}
