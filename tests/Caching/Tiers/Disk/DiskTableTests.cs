using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests;

public sealed class DiskTableTests : IDisposable
{
    private readonly TempDirectory directory = new();
    private readonly ManualTimeProvider time = new();
    private int files;

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_bound_holds_after_every_write_and_the_sums_are_right()
    {
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var bound = random.Next(1_000, 10_000);
            using var table = Open(bound);
            var held = new Dictionary<string, long>();
            for (var i = 0; i < 40; i++)
            {
                var row = Row("k" + random.Next(15), random.Next(0, 3_000));
                var put = table.Put(row);
                Assert.Equal(row.Size > bound ? DiskPutResult.TooLarge : DiskPutResult.Kept, put.Result);
                held.Remove(row.Key);
                if (put.Result == DiskPutResult.Kept)
                {
                    held[row.Key] = row.Size;
                }

                foreach (var evicted in put.Evicted)
                {
                    Assert.True(held.Remove(evicted.Key));
                }

                Assert.InRange(table.Total.Bytes, 0, bound);
                Assert.Equal((held.Values.Sum(), held.Count), table.Total);
            }

            Assert.Equal(held.Keys.Order(), table.Keys().Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void The_entry_not_read_for_the_longest_time_leaves_first()
    {
        using var table = Open(3 * Row("k0", 100).Size);
        foreach (var key in (string[])["k0", "k1", "k2"])
        {
            table.Put(Row(key, 100));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(table.TryCopy("k0", new ArrayBufferWriter<byte>()));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("k1", Assert.Single(table.Put(Row("k3", 100)).Evicted).Key);
        Assert.Equal(["k0", "k2", "k3"], table.Keys().Order());
    }

    [Fact]
    public void A_pinned_entry_never_leaves_for_another()
    {
        using var table = Open(1_000);
        table.Put(Row("mark", 100) with { Pinned = true });
        for (var i = 0; i < 20; i++)
        {
            table.Put(Row("k" + i, 500));
        }

        Assert.True(table.Contains("mark"));
        Assert.DoesNotContain("mark", table.Keys());
        table.Clear();
        Assert.True(table.Contains("mark"));
    }

    [Fact]
    public void A_tag_finds_its_entries_also_after_they_were_written_anew_without_it()
    {
        using var table = Open(100_000);
        table.Put(Row("a", 1) with { Tags = ["red", "round"] });
        table.Put(Row("b", 1) with { Tags = ["red"] });
        table.Put(Row("c", 1) with { Tags = ["blue"] });
        table.Put(Row("b", 1) with { Tags = ["blue"] });
        table.RemoveTagged("red");

        Assert.Equal(["b", "c"], table.Keys().Order());
    }

    [Fact]
    public void Expired_entries_are_not_found_and_maintenance_sweeps_them_out()
    {
        using var table = Open(100_000);
        table.Put(Row("k", 1) with { Expires = (time.GetUtcNow() + TimeSpan.FromMinutes(1)).UtcTicks });
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(table.TryCopy("k", new ArrayBufferWriter<byte>()));
        Assert.Null(table.Peek("k"));
        Assert.Equal(1, table.Total.Entries);
        table.Maintain();
        Assert.Equal((0, 0), table.Total);
    }

    [Fact]
    public void Maintenance_gives_free_pages_back_to_the_file_system()
    {
        using var table = Open(100_000_000);
        for (var i = 0; i < 50; i++)
        {
            table.Put(Row("k" + i, 100_000));
        }

        table.Maintain();
        var full = new FileInfo(directory.File("0.db")).Length;
        table.Clear();
        table.Maintain();

        Assert.True(new FileInfo(directory.File("0.db")).Length < full / 10);
    }

    private static DiskRow Row(string key, int length) => new(key, new byte[length], long.MaxValue, []);

    private DiskTable Open(long maxBytes) => new(
        new SelfHealingFile(directory.File(files++ + ".db"), "L2", time, new StoreFaults(NullLogger.Instance), NullLogger.Instance), maxBytes, time);
}
