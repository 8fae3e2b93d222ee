using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Complaints;

/// <summary>What users of such caches complain about; each is a test here.</summary>
public sealed class ComplaintTests
{
    [Theory]
    [InlineData("Is it safe to swim here?", "Is it not safe to swim here?")]
    [InlineData("Can I cancel my order?", "Can I not cancel my order?")]
    public async Task A_reversal_is_not_served_as_a_hit(string stored, string asked) => Assert.False(await Serves(stored, asked));

    [Theory]
    [InlineData("How do I send 50 euros?", "How do I send 500 euros?")]
    [InlineData("Was the office open on 2024-01-02?", "Was the office open on 2024-02-01?")]
    [InlineData("Is Python 3.8 supported?", "Is Python 3.12 supported?")]
    public async Task Numbers_and_dates_are_not_ignored(string stored, string asked) => Assert.False(await Serves(stored, asked));

    [Fact]
    public async Task Another_users_answer_is_never_served_at_any_similarity()
    {
        var f = new CacheFixture(embeddings: new FakeEmbeddings(["what is my balance", "whats my balance"]));
        await f.StoreAsync("what is my balance", "50", scope: new() { User = "ann" });

        Assert.Null(await f.GetAsync("what is my balance", scope: new() { User = "bob" }));
        Assert.Null(await f.GetAsync("whats my balance", scope: new() { User = "bob" }));
        Assert.Equal("50", await f.GetAsync("whats my balance", scope: new() { User = "ann" }));
    }

    [Fact]
    public async Task Another_users_answer_is_never_served_where_nobody_says_who_asks()
    {
        var f = new CacheFixture();

        Assert.True(await f.CallsModelAsync("What is my balance?"));
        Assert.True(await f.CallsModelAsync("What is my balance?"));
    }

    [Fact]
    public async Task Tools_model_system_prompt_and_history_are_not_missing_from_the_key()
    {
        var f = new CacheFixture();
        await f.StoreAsync("q", "a");

        Assert.True(await f.CallsModelAsync("q", new ChatOptions { Tools = [Keys.OptionsKeyTests.Tool("f")] }));
        Assert.True(await f.CallsModelAsync("q", new ChatOptions { ModelId = "m" }));
        Assert.True(await f.CallsModelAsync("q", new ChatOptions { Instructions = "Be brief." }));
        Assert.Null(await f.Cache.TryGetAsync(f.Cache.Plan([Plans.Sys("s"), Plans.User("q")], null, CallScope.Empty)));
        Assert.Null(await f.Cache.TryGetAsync(f.Cache.Plan([Plans.User("a"), Plans.Assistant("b"), Plans.User("q")], null, CallScope.Empty)));
    }

    [Fact]
    public async Task A_reply_that_calls_a_tool_is_not_replayed()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "f")])));

        Assert.True(await f.CallsModelAsync("q"));
        Assert.True(await f.CallsModelAsync("q"));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    public async Task Truncated_and_filtered_answers_are_not_cached(string finish)
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) =>
        {
            var answer = FakeModel.Answer("half an");
            answer.FinishReason = new ChatFinishReason(finish);
            return Task.FromResult(answer);
        };

        Assert.True(await f.CallsModelAsync("q"));
        Assert.True(await f.CallsModelAsync("q"));
        await f.StreamAsync("q");
        Assert.Equal(3, f.Model.Calls);
    }

    [Fact]
    public async Task A_threshold_of_zero_is_a_threshold_of_zero()
    {
        using var embeddings = new FakeEmbeddings();
        var all = new CacheFixture(o => o.SimilarityThreshold = 0, embeddings);
        await all.StoreAsync("how do I top up", "a");
        var none = new CacheFixture(o => o.SimilarityThreshold = 0.01, embeddings);
        await none.StoreAsync("how do I top up", "a");

        Assert.Equal("a", await all.GetAsync("where can I top up"));
        Assert.Null(await none.GetAsync("where can I top up"));
    }

    [Fact]
    public async Task A_similarity_is_no_distance()
    {
        var f = new CacheFixture(o => o.SimilarityThreshold = 0.9, new FakeEmbeddings(["how do I top up", "how can I top up"]));
        await f.StoreAsync("how do I top up", "a");
        await f.StoreAsync("where do I pay", "b");

        Assert.Equal("a", await f.GetAsync("how can I top up"));
        Assert.Null(await f.GetAsync("who is there"));
    }

    [Fact]
    public async Task A_popular_answer_expires_however_often_it_is_read()
    {
        var f = new CacheFixture(o => o.Expiration = TimeSpan.FromMinutes(10));
        await f.StoreAsync("q", "a");
        for (var minute = 0; minute < 9; minute++)
        {
            f.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("a", await f.GetAsync("q"));
        }

        f.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await f.GetAsync("q"));
    }

    [Fact]
    public async Task An_expired_answer_is_not_served_even_where_a_tier_still_holds_it()
    {
        var f = new CacheFixture(o => o.Expiration = TimeSpan.FromMinutes(10));
        await f.StoreAsync("q", "a");
        var (key, item) = f.Tiers.Items.Single();
        f.Tiers.Items[key] = item with { Expires = DateTimeOffset.MaxValue };
        f.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await f.GetAsync("q"));
    }

    private static async Task<bool> Serves(string stored, string asked)
    {
        var f = new CacheFixture(embeddings: new FakeEmbeddings([stored, asked]));
        await f.StoreAsync(stored, "a");
        Assert.Equal("a", await f.GetAsync(stored));
        return await f.GetAsync(asked) is not null;
    }
}
