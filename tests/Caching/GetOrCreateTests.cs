using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests;

public sealed class GetOrCreateTests
{
    private readonly CacheFixture f = new();

    [Fact]
    public async Task The_first_call_is_the_models_and_the_second_the_caches()
    {
        var first = await Ask("q");
        var second = await Ask("q");

        Assert.Null(first.Hit);
        Assert.True(first.Store.Stored);
        Assert.Equal(first.Store.EntryId, second.Hit!.EntryId);
        Assert.Equal("answer", second.Response.Text);
        Assert.Equal(1, f.Model.Calls);
    }

    [Fact]
    public async Task A_call_that_passes_the_cache_by_is_the_models_each_time()
    {
        await Ask("What is the weather right now?");
        var second = await Ask("What is the weather right now?");

        Assert.Equal(DeclineReason.NotCacheable, second.Store.Declined);
        Assert.Equal(2, f.Model.Calls);
    }

    [Fact]
    public async Task Equal_calls_share_one_call_and_tags_stick()
    {
        var answer = new TaskCompletionSource<ChatResponse>();
        f.Model.Respond = (_, _, _) => answer.Task;
        var calls = Enumerable.Range(0, 3).Select(_ => Ask("q", "handbook")).ToList();
        answer.SetResult(FakeModel.Answer("a"));

        Assert.Equal(2, (await Task.WhenAll(calls)).Count(o => o.Hit is not null));
        await f.Cache.RemoveByTagAsync("handbook");
        Assert.Null((await Ask("q")).Hit);
    }

    [Fact]
    public async Task The_models_exception_comes_through_unchanged_and_the_next_call_asks_again()
    {
        var fault = new InvalidOperationException();
        var respond = f.Model.Respond;
        f.Model.Respond = (_, _, _) => throw fault;
        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(() => Ask("q")));
        f.Model.Respond = respond;

        Assert.Equal("answer", (await Ask("q")).Response.Text);
    }

    private Task<CacheOutcome> Ask(string question, params string[] tags) =>
        f.Cache.GetOrCreateAsync(f.Plan(question), token => f.Model.GetResponseAsync(question, cancellationToken: token), tags);
}
