namespace Parsimony.Caching.Tests.Quarantine;

public sealed class QuarantineTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";

    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);

    public void Dispose() => embeddings.Dispose();

    [Fact]
    public async Task A_reported_entry_is_served_no_more()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a");
        var hit = await f.Cache.TryGetAsync(f.Plan(OtherWords));

        Assert.True(await f.Cache.ReportFalseHitAsync(hit!.EntryId));
        Assert.Null(await f.GetAsync(OtherWords));
        Assert.Null(await f.GetAsync(Question));
        Assert.Equal(1, f.Cache.Statistics.FalseHits);
    }

    [Fact]
    public async Task Its_question_gets_a_new_answer_for_itself_and_for_no_other_question()
    {
        var f = new CacheFixture(embeddings: embeddings);
        var stored = await f.StoreAsync(Question, "a");
        await f.Cache.ReportFalseHitAsync(stored.EntryId!);
        await f.StoreAsync(Question, "new");

        Assert.Equal("new", await f.GetAsync(Question));
        Assert.Null(await f.GetAsync(OtherWords));
    }

    [Fact]
    public async Task A_report_outlives_the_process_even_where_the_entry_came_back()
    {
        using var directory = new TempDirectory();
        var f = new CacheFixture(o => o.Directory = directory.Path, embeddings);
        var stored = await f.StoreAsync(Question, "a");
        var before = f.Tiers.Items.ToArray();
        await f.Cache.ReportFalseHitAsync(stored.EntryId!);
        f.Tiers.Items[before[0].Key] = before[0].Value;

        var restarted = new ResponseCache(new ResponseCacheOptions { Directory = directory.Path, EnableJudge = false }, embeddings, f.Clock, null, decider: null, _ => f.Tiers);

        Assert.Null(await restarted.TryGetAsync(restarted.Plan(CacheFixture.Question(OtherWords), null, CallScope.Empty)));
        Assert.Null(await restarted.TryGetAsync(restarted.Plan(CacheFixture.Question(Question), null, CallScope.Empty)));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_bars_the_entry_for_this_process()
    {
        using var directory = new TempDirectory();
        var blocked = Path.Combine(directory.Path, "file");
        await File.WriteAllTextAsync(blocked, "");
        var f = new CacheFixture(o => o.Directory = blocked);
        var stored = await f.StoreAsync("q", "a");
        var before = f.Tiers.Items.ToArray();

        Assert.True(await f.Cache.ReportFalseHitAsync(stored.EntryId!));
        f.Tiers.Items[before[0].Key] = before[0].Value;
        Assert.Null(await f.GetAsync("q"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_goes_away_leaves_the_entry_barred_and_its_partition_stricter(bool indexed)
    {
        using var gone = new CancellationTokenSource();
        var f = new CacheFixture(embeddings: indexed ? embeddings : null);
        var stored = await f.StoreAsync(Question, "a");
        var before = f.Tiers.Items.ToArray();
        await gone.CancelAsync();

        Assert.True(await f.Cache.ReportFalseHitAsync(stored.EntryId!, gone.Token));
        f.Tiers.Items[before[0].Key] = before[0].Value;

        Assert.Null(await f.GetAsync(Question));
        Assert.Equal(1, f.Cache.Statistics.TightenedPartitions);
    }

    [Fact]
    public async Task While_slow_tiers_are_asked_for_its_partition_a_reported_entry_is_served_no_more()
    {
        var f = new CacheFixture();
        var stored = await f.StoreAsync(Question, "a");
        var slow = new TaskCompletionSource();
        f.Tiers.BeforeRead = () => slow.Task;
        var report = f.Cache.ReportFalseHitAsync(stored.EntryId!).AsTask();
        f.Tiers.BeforeRead = null;

        Assert.Null(await f.GetAsync(Question));
        slow.SetException(new IOException());
        Assert.True(await report);
    }

    [Fact]
    public async Task What_is_no_entry_id_is_not_reported() => Assert.False(await new CacheFixture().Cache.ReportFalseHitAsync("nonsense"));

    [Fact]
    public async Task An_entry_can_be_removed_by_its_id()
    {
        var f = new CacheFixture();
        var stored = await f.StoreAsync("q", "a");
        await f.Cache.RemoveAsync(stored.EntryId!);

        Assert.Null(await f.GetAsync("q"));
    }
}
