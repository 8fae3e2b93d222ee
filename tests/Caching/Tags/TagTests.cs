namespace Parsimony.Caching.Tests.Tags;

public sealed class TagTests
{
    [Fact]
    public async Task A_removed_tag_is_not_served()
    {
        var f = new CacheFixture(o => o.Tags.Add("all"));
        await f.StoreAsync("q", "a", tags: "handbook");
        await f.StoreAsync("r", "b", tags: "news");

        await f.Cache.RemoveByTagAsync("handbook");
        Assert.Null(await f.GetAsync("q"));
        Assert.Equal("b", await f.GetAsync("r"));
        await f.Cache.RemoveByTagAsync("all");
        Assert.Null(await f.GetAsync("r"));
    }

    [Fact]
    public async Task An_answer_that_the_model_works_on_while_its_tag_is_removed_is_not_kept()
    {
        var f = new CacheFixture();
        var plan = f.Plan("q");
        await f.Cache.RemoveByTagAsync("handbook");

        var result = await f.Cache.StoreAsync(plan, FakeModel.Answer("old"), ["handbook"]);

        Assert.Equal(DeclineReason.TagRemoved, result.Declined);
        Assert.True((await f.StoreAsync("q", "new", tags: "handbook")).Stored);
        Assert.Equal("new", await f.GetAsync("q"));
    }

    [Fact]
    public async Task A_tag_removed_during_the_write_takes_the_entry_with_it()
    {
        var f = new CacheFixture();
        f.Tiers.BeforeWrite = () => f.Cache.RemoveByTagAsync("handbook").AsTask();

        Assert.Equal(DeclineReason.TagRemoved, (await f.StoreAsync("q", "old", tags: "handbook")).Declined);
        Assert.Empty(f.Tiers.Items);
    }

    [Fact]
    public async Task All_entries_go_at_once()
    {
        var f = new CacheFixture(embeddings: new FakeEmbeddings());
        await f.StoreAsync("q", "a");
        await f.Cache.RemoveByTagAsync("*");

        Assert.Null(await f.GetAsync("q"));
        Assert.Equal(0, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task Tags_of_a_call_are_given_with_its_options()
    {
        var f = new CacheFixture();
        await f.CallsModelAsync("q", new Microsoft.Extensions.AI.ChatOptions().WithCacheTags("handbook"));
        Assert.False(await f.CallsModelAsync("q"));
        await f.Cache.RemoveByTagAsync("handbook");

        Assert.True(await f.CallsModelAsync("q"));
    }
}
