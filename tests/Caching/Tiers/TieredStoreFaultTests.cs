namespace Parsimony.Caching.Tests;

public class TieredStoreFaultTests
{
    [Fact]
    public async Task A_directory_that_cannot_be_made_leaves_the_memory_tier_and_is_said_once()
    {
        using var directory = new TempDirectory();
        var file = directory.File("file");
        await File.WriteAllTextAsync(file, "");
        await using var fixture = new StoreFixture(o => o.Directory = Path.Combine(file, "cache"));

        for (var i = 0; i < 5; i++)
        {
            await fixture.Write("k" + i, "answer", "tag");
            fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(("answer", CacheTier.L1), await fixture.Look("k0"));
        await fixture.Store.RemoveByTagAsync("tag", default);
        Assert.Null(await fixture.Read("k0"));
        await fixture.Store.MaintainAsync(default);
        Assert.Contains("goes on without its disk tiers", Assert.Single(fixture.Logger.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_deleted_while_running_is_made_again()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("a", "answer");
        Directory.Delete(fixture.Directory.Path, recursive: true);

        await fixture.Write("b", "answer");
        Assert.Equal(("answer", CacheTier.L1), await fixture.Look("a"));
        await fixture.Store.MaintainAsync(default);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await fixture.Write("c", "answer");
        await fixture.Reopen();

        Assert.Equal(("answer", CacheTier.L2), await fixture.Look("c"));
        Assert.NotEmpty(fixture.Logger.Lines);
    }

    [Theory]
    [InlineData(TieredStore.L2FileName)]
    [InlineData(TieredStore.L3FileName)]
    public async Task A_file_that_is_no_database_is_moved_aside_and_said_once(string name)
    {
        await using var fixture = new StoreFixture(static o => o.L2MaxBytes = 3000);
        await fixture.Store.DisposeAsync();
        await File.WriteAllTextAsync(fixture.Directory.File(name), string.Concat(Enumerable.Repeat("not a database ", 500)));
        await fixture.Reopen();

        await Fill(fixture);
        await fixture.Reopen();

        Assert.NotNull(await fixture.Read("k0"));
        Assert.NotNull(await fixture.Read("k9"));
        Assert.True(File.Exists(fixture.Directory.File(name + UnreadableFile.Suffix)));
        Assert.Single(fixture.Logger.Lines, static line => line.Contains("started anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Garbage_written_into_the_middle_of_a_file_never_reaches_a_reader()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L3MaxBytes) = (0, 0));
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            for (var i = 0; i < 30; i++)
            {
                await fixture.Write("k" + i, Text(i));
            }

            await fixture.Store.MaintainAsync(default); // everything into the file
            await fixture.Store.DisposeAsync();
            await using (var file = File.OpenWrite(fixture.Directory.File(TieredStore.L2FileName)))
            {
                var garbage = new byte[random.Next(1, 3000)];
                random.NextBytes(garbage);
                file.Position = random.NextInt64(0, file.Length - garbage.Length);
                file.Write(garbage);
            }

            await fixture.Reopen();
            for (var i = 0; i < 30; i++)
            {
                var (text, tier) = await fixture.Look("k" + i);
                Assert.True(tier is null || text == Text(i));
            }

            // It repairs itself: what is written now can be read.
            fixture.Clock.Advance(TimeSpan.FromMinutes(1));
            await fixture.Write("new", "answer");
            fixture.Clock.Advance(TimeSpan.FromMinutes(1));
            await fixture.Write("new", "answer");
            Assert.Equal("answer", (await fixture.Look("new")).Text);
        }
    }

    [Fact]
    public async Task A_damaged_entry_in_the_archive_is_dropped_and_counted_not_served()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 3000));
        await Fill(fixture);
        await fixture.Store.DisposeAsync();
        using (var connection = new SqliteConnection(fixture.Directory.File(TieredStore.L3FileName), create: false))
        {
            connection.Execute("UPDATE entry SET value = x'0102030405'");
        }

        await fixture.Reopen();

        Assert.Null(await fixture.Read("k0"));
        Assert.Single(fixture.Logger.Lines, static line => line.Contains("checksum", StringComparison.Ordinal));
        await fixture.Write("k0", "again");
        Assert.Equal("again", (await fixture.Look("k0")).Text);
    }

    [Fact]
    public async Task Another_keys_bytes_under_a_key_are_not_served()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("mine", "my answer");
        await fixture.Write("yours", "your secret");
        await fixture.Store.DisposeAsync();
        using (var connection = new SqliteConnection(fixture.Directory.File(TieredStore.L2FileName), create: false))
        {
            connection.Execute("UPDATE entry SET value = (SELECT value FROM entry WHERE key = 'yours') WHERE key = 'mine'");
        }

        await fixture.Reopen();

        Assert.Null(await fixture.Read("mine"));
        Assert.Equal("your secret", (await fixture.Look("yours")).Text);
    }

    [Fact]
    public async Task A_file_locked_by_another_costs_the_write_not_the_call()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("before", "answer");
        using (var other = new SqliteConnection(fixture.Directory.File(TieredStore.L2FileName), create: false))
        {
            other.Execute("BEGIN EXCLUSIVE");
            await fixture.Write("during", "answer");
            await fixture.Store.RemoveAsync("before", default);
            Assert.Equal(("answer", CacheTier.L1), await fixture.Look("during"));
            Assert.Null(await fixture.Read("before")); // the removal holds though the file could not be told yet
            other.Execute("COMMIT");
        }

        await fixture.Store.MaintainAsync(default);
        await fixture.Write("after", "answer");
        await fixture.Reopen();

        Assert.Null(await fixture.Read("before"));
        Assert.Equal(("answer", CacheTier.L2), await fixture.Look("after"));
        Assert.Single(fixture.Logger.Lines);
    }

    [Fact]
    public async Task A_database_of_another_version_is_moved_aside()
    {
        await using var fixture = new StoreFixture();
        await fixture.Write("k", "answer");
        await fixture.Store.DisposeAsync();
        using (var connection = new SqliteConnection(fixture.Directory.File(TieredStore.L2FileName), create: false))
        {
            connection.Execute("PRAGMA user_version = 77");
        }

        await fixture.Reopen();

        Assert.Null(await fixture.Read("k"));
        await fixture.Write("k", "new");
        await fixture.Reopen();
        Assert.Equal(("new", CacheTier.L2), await fixture.Look("k"));
    }

    [Fact]
    public void A_full_disk_loses_the_write_and_keeps_what_is_there()
    {
        using var directory = new TempDirectory();
        var logger = new RecordingLogger();
        var time = new Testing.ManualTimeProvider();
        var file = new SelfHealingFile(directory.File("l2.db"), "L2", time, new StoreFaults(logger), logger);
        using var table = new DiskTable(file, 1 << 30, time);
        Assert.Equal(DiskPutResult.Kept, table.Put(new("small", new byte[10], long.MaxValue, [])).Result);
        file.Tidy(static writer => writer.Execute("PRAGMA max_page_count = 20"));

        Assert.Equal(DiskPutResult.Failed, table.Put(new("large", new byte[500_000], long.MaxValue, [])).Result);
        Assert.Equal(DiskPutResult.Failed, table.Put(new("large", new byte[500_000], long.MaxValue, [])).Result);
        Assert.True(table.Contains("small"));
        Assert.False(table.Contains("large"));
        Assert.Equal(DiskPutResult.Kept, table.Put(new("small2", new byte[10], long.MaxValue, [])).Result);
        Assert.Contains("SQLite answered 13", Assert.Single(logger.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_holds_a_key_or_an_answer()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 3000));
        await fixture.Store.DisposeAsync();
        await File.WriteAllTextAsync(fixture.Directory.File(TieredStore.L2FileName), new string('x', 5000));
        await fixture.Reopen();
        await fixture.Write("secret-key", "secret answer", "secret-tag");
        Directory.Delete(fixture.Directory.Path, recursive: true);
        await fixture.Store.MaintainAsync(default);

        Assert.NotEmpty(fixture.Logger.Lines);
        Assert.All(fixture.Logger.Lines, static line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
    }

    private static string Text(int i) => string.Concat(Enumerable.Repeat($"answer {i}. ", 60));

    private static async Task Fill(StoreFixture fixture)
    {
        for (var i = 0; i < 10; i++)
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await fixture.Write("k" + i, Text(i));
        }
    }
}
