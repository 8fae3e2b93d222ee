using Parsimony.Testing;

namespace Parsimony.Caching.Tests.SameAnswer;

/// <summary>The index is made anew from what the tiers hold: at every start, and after damage without what was damaged.</summary>
public sealed class IndexLoaderTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";

    private readonly TempDirectory directory = new();
    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]) { Width = 300 };
    private readonly ManualTimeProvider clock = new();

    public void Dispose()
    {
        embeddings.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_large_partition_is_searched_again_after_a_restart()
    {
        await FillAsync();
        await using var second = Open();

        Assert.Equal("a", await GetAsync(second, OtherWords));
        Assert.Equal(201, second.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task A_removal_is_still_a_removal_after_a_restart()
    {
        await FillAsync();
        await using (var second = Open())
        {
            await second.RemoveByTagAsync("tag");
            Assert.Null(await GetAsync(second, OtherWords));
        }

        await using var third = Open();
        Assert.Null(await GetAsync(third, OtherWords));
        Assert.Equal(200, third.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task A_file_that_was_destroyed_gives_an_empty_index_that_fills_again()
    {
        await FillAsync();
        var file = directory.File(TieredStore.L2FileName);
        await File.WriteAllBytesAsync(file, new byte[new FileInfo(file).Length]);
        await using (var second = Open())
        {
            Assert.Null(await GetAsync(second, OtherWords));
            Assert.Equal(0, second.Statistics.IndexedQuestions);
        }

        await FillAsync();
        await using var third = Open();
        Assert.Equal("a", await GetAsync(third, OtherWords));
    }

    [Fact]
    public async Task A_damaged_entry_costs_itself_and_no_other()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync("damaged", "x");
        var (key, item) = f.Tiers.Items.Single();
        var bytes = item.Payload.ToArray();
        bytes[^1] ^= 1;
        f.Tiers.Items[key] = item with { Payload = bytes };
        await f.StoreAsync(Question, "a");

        Assert.Equal((true, 1), await FindsAfterRestartAsync(f));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(1e30f)]
    public async Task A_whole_entry_without_a_vector_of_ours_is_found_by_its_text_only(float component)
    {
        var f = new CacheFixture(embeddings: embeddings);
        for (var i = 0; i < 100; i++)
        {
            await f.StoreAsync("filler " + (char)('a' + (i / 26)) + (char)('a' + (i % 26)), "x");
        }

        await f.StoreAsync(Question, "a");
        foreach (var (key, item) in f.Tiers.Items.ToList())
        {
            var entry = CacheEntry.TryRead(item.Payload)!;
            if (entry.Question != Question)
            {
                f.Tiers.Items[key] = item with { Payload = WithVector(item.Payload, entry, component) };
            }
        }

        Assert.Equal((true, 101), await FindsAfterRestartAsync(f));
    }

    private static byte[] WithVector(ReadOnlyMemory<byte> payload, CacheEntry entry, float component)
    {
        var bytes = payload.ToArray();
        var old = System.Runtime.InteropServices.MemoryMarshal.AsBytes(entry.Embedding.AsSpan());
        var at = bytes.AsSpan().IndexOf(old);
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes.AsSpan(at, old.Length)).Fill(component);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(EntryFormat.ChecksumAt), EntryWriter.Checksum(bytes));
        return bytes;
    }

    private async Task<(bool Found, int Indexed)> FindsAfterRestartAsync(CacheFixture f)
    {
        var restarted = new ResponseCache(new ResponseCacheOptions { EnableJudge = false }, embeddings, f.Clock, null, decider: null, _ => f.Tiers);
        return (await GetAsync(restarted, OtherWords) is not null, (int)restarted.Statistics.IndexedQuestions);
    }

    private async Task FillAsync()
    {
        await using var cache = Open();
        for (var i = 0; i < 200; i++)
        {
            await StoreAsync(cache, "filler " + (char)('a' + (i / 26)) + (char)('a' + (i % 26)), "x");
        }

        await StoreAsync(cache, Question, "a", "tag");
    }

    private static async ValueTask<string?> GetAsync(ResponseCache cache, string question) =>
        (await cache.TryGetAsync(cache.Plan(CacheFixture.Question(question), null, CallScope.Empty)))?.Response.Text;

    private static ValueTask<StoreResult> StoreAsync(ResponseCache cache, string question, string answer, params string[] tags) =>
        cache.StoreAsync(cache.Plan(CacheFixture.Question(question), null, CallScope.Empty), FakeModel.Answer(answer), tags);

    private ResponseCache Open() => new(new ResponseCacheOptions { Directory = directory.Path, EnableJudge = false }, embeddings, clock);
}
