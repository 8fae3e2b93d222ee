using Parsimony.Context.Tests.Support;

namespace Parsimony.Context.Tests.Scoring;

public class TextFeatureCacheTests
{
    [Fact]
    public void A_text_is_read_once()
    {
        var cache = new TextFeatureCache(new TwoTopics("violin"));

        Assert.Same(cache.Get("the violin"), cache.Get("the " + "violin"));
        Assert.NotSame(cache.Get("the violin"), cache.Get("the viola"));
    }

    [Fact]
    public void A_long_text_has_an_embedding_for_each_of_its_paragraphs_too()
    {
        var cache = new TextFeatureCache(new TwoTopics("violin"));
        var long_ = $"{new string('x', 200)}\n\n{new string('y', 200)} violin\n\nshort";

        var vectors = cache.Get(long_).Vectors;

        Assert.Equal([[1f, 0f], [0f, 1f], [1f, 0f]], vectors);
        Assert.Single(cache.Get("short\n\nviolin").Vectors);
    }

    [Fact]
    public void An_embedding_from_outside_is_brought_to_length_1_and_kept()
    {
        var cache = new TextFeatureCache();
        Assert.True(cache.LacksVector("a"));

        Assert.True(cache.SetVector("a", [3, 4]));

        Assert.False(cache.LacksVector("a"));
        Assert.Equal([0.6f, 0.8f], cache.Get("a").Vectors[0]);
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(float.NaN, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    public void What_has_no_direction_is_no_embedding(float x, float y)
    {
        var cache = new TextFeatureCache();

        Assert.False(cache.SetVector("a", [x, y]));
        Assert.True(cache.LacksVector("a"));
    }
}
