using Microsoft.Extensions.Caching.Distributed;

namespace Parsimony.Caching.Tests.Tiers;

public sealed class WriteTraceTests
{
    [Theory]
    [InlineData(1 << 20, 1 << 20, true)]
    [InlineData(0, 1 << 20, true)]
    [InlineData(1 << 20, 0, true)]
    [InlineData(0, 0, false)]
    public async Task A_write_is_taken_where_one_tier_has_room(long l1MaxBytes, long l2MaxBytes, bool taken)
    {
        await using var fixture = new StoreFixture(o => (o.L1MaxBytes, o.L2MaxBytes, o.L3MaxBytes) = (l1MaxBytes, l2MaxBytes, 0));

        Assert.Equal(taken, await fixture.Write("k", "answer", "red"));
        Assert.Equal(taken, await fixture.Read("k") is not null);
    }

    [Fact]
    public async Task What_the_archive_takes_is_taken()
    {
        await using var fixture = new StoreFixture(static o => (o.L1MaxBytes, o.L2MaxBytes) = (0, 2000));

        Assert.True(await fixture.Write("k", new string('x', 100_000)));
    }

    [Fact]
    public async Task A_life_of_nothing_is_not_taken()
    {
        await using var fixture = new StoreFixture();

        Assert.False(await fixture.Store.WriteAsync("k", StoreFixture.Bytes("answer"), TimeSpan.Zero, [], default));
    }

    [Fact]
    public async Task A_file_locked_by_another_takes_nothing()
    {
        await using var fixture = new StoreFixture(static o => o.L1MaxBytes = 0);
        Assert.True(await fixture.Write("before", "answer"));
        using var other = new SqliteConnection(fixture.Directory.File(TieredStore.L2FileName), create: false);
        other.Execute("BEGIN EXCLUSIVE");

        Assert.False(await fixture.Write("during", "answer"));
        other.Execute("COMMIT");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_distributed_cache_takes_what_it_does_not_throw_at(bool fails)
    {
        await using var fixture = new StoreFixture(static o => o.L1MaxBytes = 0, l2: new Remote(fails));

        Assert.Equal(!fails, await fixture.Write("k", "answer"));
    }

    private sealed class Remote(bool fails) : IDistributedCache
    {
        public byte[]? Get(string key) => null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key)
        {
        }

        public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            if (fails)
            {
                throw new IOException();
            }
        }

        public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            await Task.Yield();
            Set(key, value, options);
        }
    }
}
