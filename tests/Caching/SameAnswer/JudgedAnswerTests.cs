using Microsoft.Extensions.AI;
using Parsimony.Embeddings;

namespace Parsimony.Caching.Tests.SameAnswer;

/// <summary>What the judge and the neighbourhood make of the candidates, through the whole cache.</summary>
public sealed class JudgedAnswerTests : IDisposable
{
    private const string Asked = "how can I top up";
    private const string Near = "how do I top up";
    private const string AlsoNear = "how to top up";

    private readonly FakeEmbeddings embeddings = new([Asked, Near, AlsoNear]);

    public void Dispose() => embeddings.Dispose();

    [Fact]
    public async Task A_hit_says_how_probable_it_is_that_it_is_right()
    {
        var f = Cache((Asked, Near, 0.99));
        await f.StoreAsync(Near, "a");

        var hit = await f.Cache.TryGetAsync(f.Plan(Asked));

        Assert.Equal((true, 0.99), (hit!.SameAnswer, Math.Round(hit.Probability!.Value, 9)));
        Assert.Null((await f.Cache.TryGetAsync(f.Plan(Near)))!.Probability);
    }

    [Fact]
    public async Task What_the_judge_doubts_goes_to_the_model()
    {
        var f = Cache((Asked, Near, 0.94));
        await f.StoreAsync(Near, "a");

        Assert.Null(await f.GetAsync(Asked));
        Assert.Equal(1, f.Cache.Statistics.Refusals["judge"]);
    }

    [Fact]
    public async Task Entries_with_one_answer_speak_for_each_other_whatever_their_blanks()
    {
        var f = Cache((Asked, Near, 0.94), (Asked, AlsoNear, 0.94));
        await f.StoreAsync(Near, "use the app");
        await f.StoreAsync(AlsoNear, "use  the app\n");

        Assert.NotNull(await f.GetAsync(Asked));
    }

    [Fact]
    public async Task An_entry_with_another_answer_that_is_as_near_speaks_against_it()
    {
        var f = Cache((Asked, Near, 0.985), (Asked, AlsoNear, 0.98));
        await f.StoreAsync(Near, "use the app");
        await f.StoreAsync(AlsoNear, "go to a shop");

        Assert.Null(await f.GetAsync(Asked));
        Assert.Equal(1, f.Cache.Statistics.Refusals["rivals"]);
    }

    [Fact]
    public async Task What_is_served_to_other_words_is_not_kept_under_them()
    {
        var f = Cache((Asked, Near, 0.99), (Asked, AlsoNear, 0.99));
        await f.StoreAsync(Near, "a");
        Assert.False(await f.CallsModelAsync(Asked));

        // It would find the question that was served, were it there: errors would breed errors.
        Assert.Null(await f.GetAsync(AlsoNear));
        Assert.Single(f.Tiers.Items);
        Assert.Equal(1, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task Where_the_best_entry_is_gone_the_next_one_answers()
    {
        var f = Cache((Asked, Near, 0.999), (Asked, AlsoNear, 0.99));
        var best = await f.StoreAsync(Near, "a");
        await f.StoreAsync(AlsoNear, "a");
        f.Tiers.Items.TryRemove(f.Tiers.Items.Single(i => CacheEntry.TryRead(i.Value.Payload)!.Id.ToString() == best.EntryId).Key, out _);

        Assert.Equal("a", await f.GetAsync(Asked));
        Assert.Equal(1, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task A_question_that_the_model_is_working_on_is_judged_too()
    {
        var f = Cache((Asked, Near, 0.99), (Asked, AlsoNear, 0.9));
        var working = new TaskCompletionSource<ChatResponse>();
        f.Model.Respond = (_, _, _) => working.Task;
        var first = f.Client.GetResponseAsync(Asked);
        var same = f.Client.GetResponseAsync(Near);
        var other = f.Client.GetResponseAsync(AlsoNear);
        working.SetResult(FakeModel.Answer("a"));
        await Task.WhenAll(first, same, other);

        Assert.Equal(2, f.Model.Calls);
        Assert.Equal(1, f.Cache.Statistics.SameAnswerHits);
    }

    [Fact]
    public async Task The_local_model_and_judge_need_no_other_parts()
    {
        await using var cache = new ResponseCache(new ResponseCacheOptions(), new LocalEmbeddingGenerator());
        await cache.StoreAsync(cache.Plan(CacheFixture.Question("How do I reset my password?"), null, CallScope.Empty), FakeModel.Answer("a"));

        async Task<bool> FindsAsync(string question) => await cache.TryGetAsync(cache.Plan(CacheFixture.Question(question), null, CallScope.Empty)) is not null;
        Assert.True(await FindsAsync("how do i reset my password"));
        Assert.False(await FindsAsync("How do I reset my phone?"));
        Assert.False(await FindsAsync("Who wrote Hamlet?"));
    }

    private CacheFixture Cache(params (string Left, string Right, double Probability)[] table) =>
        new(embeddings: embeddings, decider: new SameAnswerDecider(judge: new TableJudge(table)));
}
