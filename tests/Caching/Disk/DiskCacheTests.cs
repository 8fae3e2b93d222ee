using Parsimony.Testing;

namespace Parsimony.Caching.Tests.Disk;

/// <summary>The cache on its real tiers.</summary>
public sealed class DiskCacheTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";

    private readonly TempDirectory directory = new();
    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);
    private readonly ManualTimeProvider clock = new();

    public void Dispose()
    {
        embeddings.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task Answers_outlive_the_process_also_for_other_words()
    {
        await using (var first = Open())
        {
            Assert.True((await StoreAsync(first, Question, "a")).Stored);
        }

        await using var second = Open();
        var exact = await GetAsync(second, Question);
        var same = await GetAsync(second, OtherWords);

        Assert.Equal(("a", CacheTier.L2, false), (exact!.Response.Text, exact.Tier, exact.SameAnswer));
        Assert.Equal(("a", CacheTier.L1, true), (same!.Response.Text, same.Tier, same.SameAnswer));
    }

    [Fact]
    public async Task An_answer_expires_on_disk_too()
    {
        await using (var first = Open())
        {
            await StoreAsync(first, Question, "a");
        }

        clock.Advance(TimeSpan.FromHours(1));
        await using var second = Open();
        Assert.Null(await GetAsync(second, Question));
        Assert.Null(await GetAsync(second, OtherWords));
    }

    [Fact]
    public async Task A_reported_entry_does_not_come_back_after_a_restart()
    {
        await using (var first = Open())
        {
            var stored = await StoreAsync(first, Question, "a");
            await first.ReportFalseHitAsync(stored.EntryId!);
            await StoreAsync(first, Question, "new");
        }

        await using var second = Open();
        Assert.Equal("new", (await GetAsync(second, Question))!.Response.Text);
        Assert.Null(await GetAsync(second, OtherWords));
    }

    [Fact]
    public async Task A_removed_tag_does_not_come_back_after_a_restart()
    {
        await using (var first = Open())
        {
            await StoreAsync(first, Question, "a", "handbook");
            await first.RemoveByTagAsync("handbook");
        }

        await using var second = Open();
        Assert.Null(await GetAsync(second, Question));
        Assert.Null(await GetAsync(second, OtherWords));
    }

    [Fact]
    public async Task After_a_trim_of_the_memory_the_disk_answers()
    {
        await using var cache = Open();
        await StoreAsync(cache, Question, "a");

        Assert.True(cache.Reclaim(1) > 0);
        Assert.Equal(CacheTier.L2, (await GetAsync(cache, Question))!.Tier);
    }

    [Fact]
    public async Task A_directory_that_is_a_file_leaves_the_memory_tier_at_work()
    {
        var blocked = Path.Combine(directory.Path, "file");
        await File.WriteAllTextAsync(blocked, "");
        await using var cache = new ResponseCache(new ResponseCacheOptions { Directory = blocked, EnableJudge = false }, embeddings, clock);

        Assert.True((await StoreAsync(cache, Question, "a")).Stored);
        Assert.Equal(CacheTier.L1, (await GetAsync(cache, Question))!.Tier);
        Assert.True((await GetAsync(cache, OtherWords))!.SameAnswer);
    }

    [Fact]
    public async Task Maintenance_runs_on_all_tiers()
    {
        await using var cache = Open();
        await StoreAsync(cache, Question, "a");
        await cache.MaintainAsync();

        Assert.Equal("a", (await GetAsync(cache, Question))!.Response.Text);
        Assert.Equal(3, cache.Statistics.Tiers.Count);
    }

    private static ValueTask<CachedAnswer?> GetAsync(ResponseCache cache, string question) =>
        cache.TryGetAsync(cache.Plan(CacheFixture.Question(question), null, CallScope.Empty));

    private static ValueTask<StoreResult> StoreAsync(ResponseCache cache, string question, string answer, params string[] tags) =>
        cache.StoreAsync(cache.Plan(CacheFixture.Question(question), null, CallScope.Empty), FakeModel.Answer(answer), tags);

    private ResponseCache Open() => new(new ResponseCacheOptions { Directory = directory.Path, EnableJudge = false }, embeddings, clock);
}
