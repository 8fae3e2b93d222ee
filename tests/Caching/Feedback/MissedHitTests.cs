using Parsimony.Embeddings;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests.Feedback;

public sealed class MissedHitTests : IDisposable
{
    private const string Asked = "how can I top up";
    private const string Near = "how do I top up";

    private readonly TempDirectory directory = new();
    private readonly FakeEmbeddings embeddings = new([Asked, Near]);

    public void Dispose()
    {
        embeddings.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_report_says_what_the_parts_of_the_decision_say_and_holds_no_text()
    {
        var f = Cache();
        var report = await f.Cache.ReportMissedHitAsync(Asked, " " + Near);

        Assert.Equal((0.7, "judge"), (report!.Probability, report.RefusedBy));
        Assert.Equal(1, report.Similarity!.Value, 5);
        Assert.Equal((f.Clock.GetUtcNow(), typeof(TableJudge).FullName), (report.At, report.Judge));
        Assert.Contains("fake-embedding", report.EmbeddingModel, StringComparison.Ordinal);
        Assert.Equal((null, null, 16, 16), (report.Question, report.Earlier, report.QuestionHash.Length, report.EarlierHash.Length));
        Assert.Equal([report], f.Cache.ReadMissedHits());
        Assert.Equal(1, f.Cache.Statistics.MissedHits);
    }

    [Fact]
    public async Task The_earlier_question_may_be_named_by_its_entry()
    {
        var f = Cache();
        var stored = await f.StoreAsync(Near, "a");

        var byId = await f.Cache.ReportMissedHitAsync(Asked, stored.EntryId!);
        var byText = await f.Cache.ReportMissedHitAsync(Asked, Near);
        await f.Cache.RemoveAsync(stored.EntryId!);

        Assert.Equal(byText, byId);
        Assert.Null(await f.Cache.ReportMissedHitAsync(Asked, stored.EntryId!));
    }

    [Fact]
    public async Task The_texts_are_kept_where_the_app_says_so()
    {
        var f = Cache(o => o.KeepReportedTexts = true);

        var report = await f.Cache.ReportMissedHitAsync(Asked, Near);

        Assert.Equal((Asked, Near), (report!.Question, report.Earlier));
    }

    [Fact]
    public async Task Reports_outlive_the_process_and_no_text_reaches_the_disk()
    {
        var report = await Cache(o => o.Directory = directory.Path).Cache.ReportMissedHitAsync(Asked, Near);

        Assert.Equal([report!], Cache(o => o.Directory = directory.Path).Cache.ReadMissedHits());
        Assert.DoesNotContain("top up", await File.ReadAllTextAsync(directory.File("missed-hits.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_an_embedding_reaches_the_disk_too()
    {
        embeddings.Instead = _ => throw new InvalidOperationException();
        var report = await Cache(o => o.Directory = directory.Path).Cache.ReportMissedHitAsync(Asked, Near);

        Assert.Null(report!.Similarity);
        Assert.Equal([report], Cache(o => o.Directory = directory.Path).Cache.ReadMissedHits());
    }

    [Fact]
    public async Task Long_texts_are_cut_and_never_inside_of_a_character()
    {
        var f = Cache(o => o.KeepReportedTexts = true);

        var report = await f.Cache.ReportMissedHitAsync(new string('a', 1999) + "😀", new string('b', 5000));

        Assert.Equal((new string('a', 1999), new string('b', 2000)), (report!.Question, report.Earlier));
    }

    [Fact]
    public async Task A_file_is_never_longer_than_a_full_one()
    {
        var report = await Cache().Cache.ReportMissedHitAsync(Asked, Near);
        var log = new MissedHitLog(directory.Path, new FailOpen(new ListLogger<ResponseCache>()));
        for (var i = 0; i < 50; i++)
        {
            log.Add(report! with { Question = new string('a', 30_000) });
            Assert.All(Directory.GetFiles(directory.Path), file => Assert.InRange(new FileInfo(file).Length, 1, MissedHitLog.FullFile));
        }
    }

    [Fact]
    public async Task Many_reports_take_the_place_of_the_oldest()
    {
        var one = Cache(o => o.Directory = directory.Path);
        var report = await one.Cache.ReportMissedHitAsync(Asked, Near);
        var log = new MissedHitLog(directory.Path, new FailOpen(new ListLogger<ResponseCache>()));
        for (var i = 0; i < 5000; i++)
        {
            log.Add(report! with { Probability = i });
        }

        var kept = log.Read();
        Assert.Equal(4999, kept[^1].Probability);
        Assert.InRange(kept.Count, 1000, 4999);
        Assert.InRange(Directory.GetFiles(directory.Path).Sum(f => new FileInfo(f).Length), 1, 2 * MissedHitLog.FullFile);

        var memory = new MissedHitLog(null, new FailOpen(new ListLogger<ResponseCache>()));
        for (var i = 0; i < 1500; i++)
        {
            memory.Add(report! with { Probability = i });
        }

        Assert.Equal((MissedHitLog.MostInMemory, 500.0), (memory.Read().Count, memory.Read()[0].Probability));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_and_a_disk_that_fails_cost_no_call()
    {
        var report = await Cache(o => o.Directory = directory.Path).Cache.ReportMissedHitAsync(Asked, Near);
        await File.AppendAllTextAsync(directory.File("missed-hits.jsonl"), "nonsense\n{}\nnull\n");
        Assert.Equal([report!], Cache(o => o.Directory = directory.Path).Cache.ReadMissedHits());

        var blocked = directory.File("file");
        await File.WriteAllTextAsync(blocked, "");
        var f = Cache(o => o.Directory = blocked);
        Assert.NotNull(await f.Cache.ReportMissedHitAsync(Asked, Near));
        Assert.Single(f.Cache.ReadMissedHits());
    }

    [Fact]
    public async Task The_cache_explains_with_the_cosine_that_it_would_find()
    {
        var f = Cache();
        var explanation = await f.Cache.ExplainAsync(Asked, Near);

        Assert.Equal((false, "judge", 0.7), (explanation.Accepted, explanation.RefusedBy, explanation.Probability));
        Assert.Equal(1, explanation.Similarity, 5);
        embeddings.Instead = _ => throw new InvalidOperationException();
        Assert.Equal("threshold", (await f.Cache.ExplainAsync(Asked, Near)).RefusedBy);
    }

    private CacheFixture Cache(Action<ResponseCacheOptions>? configure = null) =>
        new(configure, embeddings, new SameAnswerDecider(judge: new TableJudge((Asked, Near, 0.7))));
}
