using FsCheck;
using FsCheck.Fluent;
using Parsimony.Embeddings;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests.Feedback;

public sealed class PartitionBoundsTests : IDisposable
{
    private const string Asked = "how can I top up";
    private const string Near = "how do I top up";
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(5);

    private readonly TempDirectory directory = new();
    private readonly ManualTimeProvider clock = new();
    private readonly FakeEmbeddings embeddings = new([Asked, Near]);

    public void Dispose()
    {
        embeddings.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_false_hit_halves_what_its_partition_may_do_wrong_and_no_other_one()
    {
        var f = Judged(0.96);
        CallScope north = new() { Tenant = "north" }, south = new() { Tenant = "south" };
        await f.StoreAsync(Near, "a", scope: north);
        await f.StoreAsync(Near, "a", scope: south);
        Assert.Equal("a", await f.GetAsync(Asked, scope: north));

        // Another entry of the partition: the one that answers here is not quarantined.
        var wrong = await f.StoreAsync("something else", "b", scope: north);
        await f.Cache.ReportFalseHitAsync(wrong.EntryId!);

        Assert.Null(await f.GetAsync(Asked, scope: north));
        Assert.Equal("a", await f.GetAsync(Asked, scope: south));
        Assert.Equal(1, f.Cache.Statistics.TightenedPartitions);
    }

    [Fact]
    public async Task What_is_surer_than_the_tightened_bound_is_still_served()
    {
        var f = Judged(0.985);
        await f.StoreAsync(Near, "a");
        await f.Cache.ReportFalseHitAsync((await f.StoreAsync("something else", "b")).EntryId!);

        Assert.Equal("a", await f.GetAsync(Asked));
    }

    [Fact]
    public async Task The_same_report_again_tightens_nothing()
    {
        var f = Judged(0.98);
        await f.StoreAsync(Near, "a");
        var wrong = await f.StoreAsync("something else", "b");
        for (var i = 0; i < 5; i++)
        {
            await f.Cache.ReportFalseHitAsync(wrong.EntryId!);
        }

        Assert.Equal("a", await f.GetAsync(Asked));
    }

    [Fact]
    public async Task Without_a_judge_the_threshold_goes_half_of_the_way_to_1()
    {
        using var inclined = new FakeEmbeddings { Instead = _ => Task.FromResult(next) };
        var f = new CacheFixture(embeddings: inclined);
        next = [1, 0];
        await f.StoreAsync(Near, "a");
        next = [0.94f, MathF.Sqrt(1 - (0.94f * 0.94f))];
        Assert.Equal("a", await f.GetAsync(Asked));

        next = [-1, 0];
        await f.Cache.ReportFalseHitAsync((await f.StoreAsync("something else", "b")).EntryId!);
        next = [0.94f, MathF.Sqrt(1 - (0.94f * 0.94f))];

        Assert.Null(await f.GetAsync(Asked));
    }

    [Fact]
    public async Task It_outlives_the_process_and_reaches_others_within_seconds()
    {
        var one = Judged(0.96, o => o.Directory = directory.Path);
        var other = Judged(0.96, o => o.Directory = directory.Path);
        await other.StoreAsync(Near, "a");
        Assert.Equal("a", await other.GetAsync(Asked));

        await one.Cache.ReportFalseHitAsync((await one.StoreAsync("something else", "b")).EntryId!);
        other.Clock.Advance(Seconds);
        var restarted = Judged(0.96, o => o.Directory = directory.Path);
        await restarted.StoreAsync(Near, "a");

        Assert.Null(await other.GetAsync(Asked));
        Assert.Null(await restarted.GetAsync(Asked));
    }

    [Fact]
    public void Lines_that_cannot_be_read_are_left_out()
    {
        var bounds = Bounds();
        bounds.Tighten(Digest(1), new EntryId(Digest(2), 3));
        File.AppendAllText(directory.File("same-answer-bounds.txt"), $"nonsense\n{Digest(5)}\n{Digest(5)} nonsense\n{Digest(1)} {new EntryId(Digest(4), 4)}\n");

        Assert.Equal((0.25, 1.0), (Bounds().ShareOf(Digest(1)), Bounds().ShareOf(Digest(5))));
        Assert.Equal(1, Bounds().Count);
    }

    [Fact]
    public void A_directory_that_cannot_be_written_tightens_this_process()
    {
        var blocked = directory.File("file");
        File.WriteAllText(blocked, "");
        var bounds = new PartitionBounds(blocked, clock, new FailOpen(new ListLogger<ResponseCache>()));
        bounds.Tighten(Digest(1), new EntryId(Digest(2), 3));

        Assert.Equal(0.5, bounds.ShareOf(Digest(1)));
    }

    [Fact]
    public void More_reports_never_give_a_partition_back_what_it_lost() => Prop.ForAll(Gen.Choose(0, 30).ListOf().ToArbitrary(), reported =>
    {
        var bounds = new PartitionBounds(null, clock, new FailOpen(new ListLogger<ResponseCache>()));
        var share = bounds.ShareOf(Digest(1));
        foreach (var number in reported)
        {
            bounds.Tighten(Digest(1), new EntryId(Digest(2), (uint)number));
            Assert.InRange(bounds.ShareOf(Digest(1)), double.Epsilon, share);
            share = bounds.ShareOf(Digest(1));
        }
    }).QuickCheckThrowOnFailure();

    private float[] next = [];

    private static CacheDigest Digest(int number) => new((UInt128)number, (UInt128)number);

    private PartitionBounds Bounds() => new(directory.Path, clock, new FailOpen(new ListLogger<ResponseCache>()));

    private CacheFixture Judged(double probability, Action<ResponseCacheOptions>? configure = null) =>
        new(configure, embeddings, new SameAnswerDecider(judge: new TableJudge((Asked, Near, probability))));
}
