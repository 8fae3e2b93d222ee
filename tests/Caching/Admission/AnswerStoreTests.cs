using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Admission;

public sealed class AnswerStoreTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(100_000, 200_000)]
    public async Task An_answer_that_no_tier_took_is_not_called_stored(long l1MaxBytes, int length)
    {
        await using var cache = new ResponseCache(new() { L1MaxBytes = l1MaxBytes });
        var plan = cache.Plan(CacheFixture.Question("q"), null, CallScope.Empty);

        var result = await cache.StoreAsync(plan, FakeModel.Answer(new string('a', length)));

        Assert.Equal((false, DeclineReason.NoRoom), (result.Stored, result.Declined));
        Assert.Null(await cache.TryGetAsync(plan));
        Assert.Equal(1, cache.Statistics.Declined[DeclineReason.NoRoom]);
    }

    [Fact]
    public async Task An_answer_that_the_disk_alone_took_is_stored()
    {
        using var directory = new TempDirectory();
        await using var cache = new ResponseCache(new() { L1MaxBytes = 0, Directory = directory.Path });
        var plan = cache.Plan(CacheFixture.Question("q"), null, CallScope.Empty);

        Assert.True((await cache.StoreAsync(plan, FakeModel.Answer("a"))).Stored);
        Assert.Equal("a", (await cache.TryGetAsync(plan))?.Response.Text);
    }

    [Fact]
    public async Task An_answer_that_no_tier_took_answers_no_other_question()
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up"]);
        var f = new CacheFixture(embeddings: embeddings);
        f.Tiers.Refuses = true;

        Assert.False((await f.StoreAsync("how do I top up", "a")).Stored);
        Assert.Equal(0, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task An_answer_that_no_tier_took_is_still_shared_by_those_who_wait_for_it()
    {
        var f = new CacheFixture();
        f.Tiers.Refuses = true;
        var answered = new TaskCompletionSource<ChatResponse>();
        f.Model.Respond = (_, _, _) => answered.Task;
        var calls = Enumerable.Range(0, 3).Select(_ => f.Client.GetResponseAsync("q")).ToList();

        answered.SetResult(FakeModel.Answer("a"));

        Assert.All(await Task.WhenAll(calls), r => Assert.Equal("a", r.Text));
        Assert.Equal(1, f.Model.Calls);
    }
}
