namespace Parsimony.Caching.Tests;

public class TieredStoreTests
{
    [Fact]
    public async Task What_was_written_comes_from_memory()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer");

        Assert.Equal(("answer", CacheTier.L1), await fixture.Look("k"));
    }

    [Fact]
    public async Task What_was_not_written_is_a_miss_in_every_tier()
    {
        await using var fixture = new StoreFixture();

        Assert.Null(await fixture.Read("k"));
        Assert.Equal(1, fixture.Store.GetStatistics(CacheTier.L1).Misses);
        Assert.Equal(1, fixture.Store.GetStatistics(CacheTier.L2).Misses);
        Assert.Equal(1, fixture.Store.GetStatistics(CacheTier.L3).Misses);
    }

    [Fact]
    public async Task A_restart_keeps_entries_on_disk_and_the_first_read_lifts_them_into_memory()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer");
        await fixture.Reopen();

        Assert.Equal(("answer", CacheTier.L2), await fixture.Look("k"));
        Assert.Equal(("answer", CacheTier.L1), await fixture.Look("k"));
        Assert.Equal(1, fixture.Store.GetStatistics(CacheTier.L2).Promotions);
    }

    [Fact]
    public async Task What_the_second_tier_evicts_comes_back_from_the_archive_and_moves_up()
    {
        await using var fixture = new StoreFixture(o => (o.L2MaxBytes, o.L1MaxBytes) = (4096, 1500));
        var text = string.Concat(Enumerable.Repeat("the same words again and again. ", 20));
        for (var i = 0; i < 20; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, text + i);
        }

        var l2 = fixture.Store.GetStatistics(CacheTier.L2);
        Assert.True(l2.Demotions > 10);
        Assert.InRange(l2.Bytes, 1, 4096);
        Assert.Equal((text + 0, CacheTier.L3), await fixture.Look("k0"));
        Assert.Equal((text + 0, CacheTier.L1), await fixture.Look("k0"));
        fixture.Store.Reclaim(1);
        Assert.Equal((text + 0, CacheTier.L2), await fixture.Look("k0"));
        Assert.Equal(20, l2.Entries + fixture.Store.GetStatistics(CacheTier.L3).Entries);
    }

    [Fact]
    public async Task An_entry_ends_at_its_time_in_every_tier()
    {
        await using var fixture = new StoreFixture(static o => o.L2MaxBytes = 1000);
        await fixture.Write("early", new string('x', 400));
        await fixture.Write("late", new string('y', 400));
        await fixture.Store.WriteAsync("short", StoreFixture.Bytes("z"), TimeSpan.FromMinutes(1), [], default);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await fixture.Read("short"));
        Assert.NotNull(await fixture.Read("early"));
        fixture.Clock.Advance(StoreFixture.Hour);

        Assert.Null(await fixture.Read("early"));
        Assert.Null(await fixture.Read("late"));
        await fixture.Store.MaintainAsync(default);
        Assert.All(Enum.GetValues<CacheTier>(), tier => Assert.Equal(0, fixture.Store.GetStatistics(tier).Entries));
    }

    [Fact]
    public async Task An_entry_that_was_lifted_from_disk_ends_at_the_same_time()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer");
        await fixture.Reopen();
        fixture.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await fixture.Read("k"));
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await fixture.Read("k"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_life_of_nothing_is_not_stored(int minutes)
    {
        await using var fixture = new StoreFixture();
        await fixture.Store.WriteAsync("k", StoreFixture.Bytes("x"), TimeSpan.FromMinutes(minutes), [], default);

        Assert.Null(await fixture.Read("k"));
    }

    [Fact]
    public async Task A_life_without_end_is_stored()
    {
        await using var fixture = new StoreFixture();
        await fixture.Store.WriteAsync("k", StoreFixture.Bytes("x"), TimeSpan.MaxValue, [], default);
        await fixture.Reopen();

        Assert.NotNull(await fixture.Read("k"));
    }

    [Fact]
    public async Task A_removed_entry_is_gone_from_every_tier_also_after_a_restart()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 1200));
        for (var i = 0; i < 5; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, new string('x', 400));
        }

        await fixture.Store.RemoveAsync("k0", default); // in the archive
        await fixture.Store.RemoveAsync("k4", default); // on disk
        Assert.Null(await fixture.Read("k0"));
        Assert.Null(await fixture.Read("k4"));
        await fixture.Reopen();
        Assert.Null(await fixture.Read("k0"));
        Assert.Null(await fixture.Read("k4"));
        Assert.NotNull(await fixture.Read("k1"));
    }

    [Fact]
    public async Task An_entry_too_large_for_the_second_tier_goes_to_the_archive()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 2000));
        var large = new string('x', 100_000);
        await fixture.Write("k", large);

        Assert.Equal((large, CacheTier.L3), await fixture.Look("k"));
        Assert.Equal((large, CacheTier.L3), await fixture.Look("k"));
        Assert.Equal(0, fixture.Store.GetStatistics(CacheTier.L2).Entries - Housekeeping(fixture));
    }

    [Fact]
    public async Task A_new_answer_under_an_archived_key_replaces_it()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 1200));
        for (var i = 0; i < 5; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, new string('x', 400));
        }

        await fixture.Write("k0", "new");

        Assert.Equal(("new", CacheTier.L2), await fixture.Look("k0"));
        await fixture.Store.RemoveAsync("k0", default);
        Assert.Null(await fixture.Read("k0"));
    }

    [Fact]
    public async Task Without_a_directory_there_is_memory_only()
    {
        await using var fixture = new StoreFixture(static o => o.Directory = null);
        await fixture.Write("k", "answer");

        Assert.Equal(("answer", CacheTier.L1), await fixture.Look("k"));
        Assert.True(fixture.Store.Reclaim(1) > 0);
        Assert.Null(await fixture.Read("k"));
        Assert.Equal(0, fixture.Store.GetStatistics(CacheTier.L2).Misses);
    }

    [Fact]
    public async Task Enumeration_finds_each_living_entry_once_wherever_it_lies_and_moves_nothing()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (3000, 2000));
        for (var i = 0; i < 12; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, new string((char)('a' + i), 400), i == 3 ? "red" : "blue");
        }

        await fixture.Store.WriteAsync("short", StoreFixture.Bytes("x"), TimeSpan.FromSeconds(1), [], default);
        await fixture.Store.RemoveAsync("k5", default);
        await fixture.Store.RemoveByTagAsync("red", default);
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        var before = fixture.Store.GetStatistics(CacheTier.L3);

        var found = new List<string>();
        await foreach (var (key, payload) in fixture.Store.EnumerateAsync(default))
        {
            found.Add(key);
            Assert.Equal(new string((char)('a' + int.Parse(key[1..], System.Globalization.CultureInfo.InvariantCulture)), 400), System.Text.Encoding.UTF8.GetString(payload.Span));
        }

        Assert.Equal(Enumerable.Range(0, 12).Where(static i => i is not (3 or 5)).Select(static i => "k" + i).Order(), found.Order());
        Assert.Equal(before, fixture.Store.GetStatistics(CacheTier.L3));
    }

    [Fact]
    public async Task A_cancelled_token_stops_reads_and_writes_but_never_a_removal()
    {
        await using var fixture = new StoreFixture();
        var cancelled = new CancellationToken(true);
        await fixture.Write("k", "answer", "red");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await fixture.Store.ReadAsync("k", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await fixture.Store.WriteAsync("k", default, StoreFixture.Hour, [], cancelled));
        await fixture.Store.RemoveAsync("k", cancelled);
        Assert.Null(await fixture.Read("k"));
    }

    [Fact]
    public async Task What_was_removed_while_it_was_being_promoted_does_not_come_back()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (4000, 2500));
        for (var round = 0; round < 40; round++)
        {
            for (var i = 0; i < 6; i++)
            {
                fixture.Clock.Advance(TimeSpan.FromMilliseconds(1));
                await fixture.Write("k" + i, new string('x', 600));
            }

            fixture.Store.Reclaim(1);
            var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await fixture.Read("k0"))).ToArray();
            await Task.Run(async () => await fixture.Store.RemoveAsync("k0", default));
            await Task.WhenAll(readers);

            Assert.Null(await fixture.Read("k0"));
        }
    }

    [Fact]
    public async Task Many_threads_at_once_get_right_answers_or_none_and_every_bound_holds()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes, o.L3MaxBytes) = (20_000, 20_000, 8_000));
        await Parallel.ForAsync(0, 1500, async (i, _) =>
        {
            var key = "k" + (i % 61);
            switch (i % 7)
            {
                case 0 or 1:
                    await fixture.Write(key, key + new string('x', i % 900), "t" + (i % 5));
                    break;
                case 2 when i % 20 == 2:
                    await fixture.Store.RemoveByTagAsync("t" + (i % 5), default);
                    break;
                case 3 when i % 10 == 3:
                    await fixture.Store.RemoveAsync(key, default);
                    break;
                case 4 when i % 100 == 4:
                    await fixture.Store.MaintainAsync(default);
                    break;
                default:
                    var text = (await fixture.Look(key)).Text;
                    Assert.True(text.Length == 0 || text.TrimEnd('x') == key);
                    break;
            }
        });

        Assert.InRange(fixture.Store.GetStatistics(CacheTier.L1).Bytes, 0, 20_000);
        Assert.InRange(fixture.Store.GetStatistics(CacheTier.L3).Bytes, 0, 8_000);
        Assert.Empty(fixture.Logger.Lines);
    }

    // Marks of removed tags lie in the second tier beside the entries.
    private static long Housekeeping(StoreFixture fixture)
    {
        using var connection = new SqliteConnection(fixture.Directory.File(TieredStore.L2FileName), create: false);
        return connection.Scalar("SELECT count(*) FROM entry WHERE pinned = 1");
    }
}
