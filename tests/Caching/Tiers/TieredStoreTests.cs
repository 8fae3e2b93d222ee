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
}
