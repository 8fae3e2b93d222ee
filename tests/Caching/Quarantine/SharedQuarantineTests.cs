namespace Parsimony.Caching.Tests.Quarantine;

/// <summary>Two caches on one directory, as two processes have them; each with tiers of its own that still hold the wrong answer.</summary>
public sealed class SharedQuarantineTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(5);

    private readonly TempDirectory directory = new();
    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);
    private readonly CacheFixture one;
    private readonly CacheFixture other;
    private KeyValuePair<string, MemoryTiers.Item>[] entries = [];

    public SharedQuarantineTests()
    {
        one = new CacheFixture(o => o.Directory = directory.Path, embeddings);
        other = new CacheFixture(o => o.Directory = directory.Path, embeddings);
    }

    public void Dispose()
    {
        embeddings.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task What_another_process_reported_is_served_no_more_within_seconds()
    {
        var id = await StoreInBothAsync();
        Assert.Equal("wrong", await other.GetAsync(OtherWords));

        await one.Cache.ReportFalseHitAsync(id);
        other.Clock.Advance(Seconds);

        Assert.Null(await other.GetAsync(OtherWords));
        Assert.Null(await other.GetAsync(Question));
    }

    [Fact]
    public async Task Its_question_answers_no_other_question_there_either()
    {
        var id = await StoreInBothAsync();
        Assert.Equal("wrong", await other.GetAsync(OtherWords));
        await one.Cache.ReportFalseHitAsync(id);
        other.Clock.Advance(Seconds);

        await other.StoreAsync(Question, "new");

        Assert.Equal("new", await other.GetAsync(Question));
        Assert.Null(await other.GetAsync(OtherWords));
    }

    [Fact]
    public async Task The_file_is_looked_at_every_few_seconds_only_and_read_only_when_it_changed()
    {
        var id = await StoreInBothAsync();
        await other.GetAsync(Question);
        await one.Cache.ReportFalseHitAsync(id);

        other.Clock.Advance(AMoment);
        Assert.Equal("wrong", await other.GetAsync(Question));
        other.Clock.Advance(Seconds);
        Assert.Null(await other.GetAsync(Question));

        // What was read once holds, also when the file is gone.
        File.Delete(directory.File("quarantine.txt"));
        other.Clock.Advance(Seconds);
        Restore();
        Assert.Null(await other.GetAsync(Question));
    }

    [Fact]
    public async Task A_file_that_grew_is_read_again()
    {
        var first = await one.StoreAsync("another question", "wrong");
        await one.Cache.ReportFalseHitAsync(first.EntryId!);
        var id = await StoreInBothAsync();
        Assert.Equal("wrong", await other.GetAsync(Question));

        await one.Cache.ReportFalseHitAsync(id);
        other.Clock.Advance(Seconds);

        Assert.Null(await other.GetAsync(Question));
    }

    // The entry of one is the entry of the other: the tiers below are shared.
    private async Task<string> StoreInBothAsync()
    {
        var stored = await one.StoreAsync(Question, "wrong");
        entries = [.. one.Tiers.Items];
        Restore();
        return stored.EntryId!;
    }

    private void Restore()
    {
        foreach (var (key, item) in entries)
        {
            other.Tiers.Items[key] = item;
        }
    }
}
