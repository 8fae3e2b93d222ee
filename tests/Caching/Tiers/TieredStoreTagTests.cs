namespace Parsimony.Caching.Tests;

public class TieredStoreTagTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("the same words again. ", 30));

    [Fact]
    public async Task A_removed_tag_takes_an_entry_that_memory_had_lifted_from_disk()
    {
        // What a HybridCache copies from disk into memory has lost its tags.
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer", "red");
        await fixture.Reopen();
        Assert.Equal(CacheTier.L2, (await fixture.Look("k")).Tier);
        Assert.Equal(CacheTier.L1, (await fixture.Look("k")).Tier);

        await fixture.Store.RemoveByTagAsync("red", default);

        Assert.Null(await fixture.Read("k"));
    }

    [Fact]
    public async Task A_removed_tag_takes_an_entry_on_disk_and_it_does_not_come_back()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer", "red");
        await fixture.Write("other", "kept", "blue");
        await fixture.Reopen();
        await fixture.Store.RemoveByTagAsync("red", default);

        Assert.Null(await fixture.Read("k"));
        await fixture.Reopen();
        Assert.Null(await fixture.Read("k"));
        Assert.Equal("kept", (await fixture.Look("other")).Text);
    }

    [Fact]
    public async Task A_removed_tag_takes_an_entry_in_the_archive()
    {
        await using var fixture = new StoreFixture(o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 3000));
        for (var i = 0; i < 10; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, Long, i == 0 ? "red" : "blue");
        }

        var archived = fixture.Store.GetStatistics(CacheTier.L3).Entries;
        await fixture.Store.RemoveByTagAsync("red", default);

        Assert.Equal(archived - 1, fixture.Store.GetStatistics(CacheTier.L3).Entries);
        Assert.Null(await fixture.Read("k0"));
        Assert.Equal((Long, CacheTier.L3), await fixture.Look("k1"));
    }

    [Fact]
    public async Task The_star_takes_everything_everywhere()
    {
        await using var fixture = new StoreFixture(o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 3000));
        for (var i = 0; i < 10; i++)
        {
            await fixture.Write("k" + i, Long);
        }

        await fixture.Store.RemoveByTagAsync("*", default);

        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await fixture.Read("k" + i));
        }

        await fixture.Write("k0", "new");
        Assert.Equal("new", (await fixture.Look("k0")).Text);
    }

    [Fact]
    public async Task What_is_written_after_the_removal_is_served_even_in_the_same_instant()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "old", "red");
        await fixture.Store.RemoveByTagAsync("red", default);
        await fixture.Write("k", "new", "red");

        Assert.Equal("new", (await fixture.Look("k")).Text);
        await fixture.Reopen();
        Assert.Equal("new", (await fixture.Look("k")).Text);
    }

    [Fact]
    public async Task A_removal_by_another_process_reaches_this_ones_memory_within_seconds()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer", "red");
        await fixture.Look("k");
        await using var other = fixture.Open();
        await other.RemoveByTagAsync("red", default);
        fixture.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Null(await fixture.Read("k"));
    }

    [Fact]
    public async Task A_removal_holds_after_a_crash()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer", "red");
        await fixture.Store.RemoveByTagAsync("red", default);
        await using var afterCrash = fixture.Open(); // the first one was never closed

        Assert.Null(await afterCrash.ReadAsync("k", default));
    }

    [Fact]
    public async Task Without_a_disk_tags_work_in_memory()
    {
        await using var fixture = new StoreFixture(static o => o.Directory = null);
        await fixture.Write("k", "answer", "red");
        await fixture.Write("other", "kept", "blue");
        await fixture.Store.RemoveByTagAsync("red", default);

        Assert.Null(await fixture.Read("k"));
        Assert.Equal(("kept", CacheTier.L1), await fixture.Look("other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_tag_removes_nothing(string tag)
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer", "red");
        await fixture.Store.RemoveByTagAsync(tag, default);

        Assert.NotNull(await fixture.Read("k"));
    }

    [Fact]
    public async Task Odd_tags_are_tags()
    {
        await using var fixture = new StoreFixture();
        foreach (var tag in (string[])["a b", "it's", "%", "名前", "a\u001fb", new string('x', 5000)])
        {
            await fixture.Write("k", "answer", tag);
            await fixture.Reopen();
            Assert.NotNull(await fixture.Read("k"));
            await fixture.Store.RemoveByTagAsync(tag, default);
            Assert.Null(await fixture.Read("k"));
        }
    }
}
