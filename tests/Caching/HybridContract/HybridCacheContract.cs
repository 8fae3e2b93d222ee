using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests;

/// <summary>What the tiers need of a <see cref="HybridCache"/>. Run on Microsoft's and on the in-tree one, over our own memory and disk.</summary>
public abstract class HybridCacheContract : IDisposable
{
    private readonly TempDirectory directory = new();
    private readonly ManualTimeProvider time = new();
    private readonly List<IDisposable> opened = [];
    private SqliteDistributedCache l2 = null!;
    private BoundedMemoryCache l1 = null!;
    private HybridCache cache = null!;

    protected HybridCacheContract() => Restart();

    protected abstract void Add(IServiceCollection services);

    public void Dispose()
    {
        CloseAll();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_set_is_read_from_memory()
    {
        await cache.SetAsync("k", "v");

        Assert.True(l1.TryGetValue("k", out _));
        Assert.Equal("v", await Get("k"));
    }

    [Fact]
    public async Task What_was_set_is_on_disk_after_a_restart_and_is_lifted_into_memory()
    {
        await cache.SetAsync("k", "v");
        Restart();

        Assert.False(l1.TryGetValue("k", out _));
        Assert.Equal("v", await Get("k"));
        Assert.True(l1.TryGetValue("k", out _));
    }

    [Fact]
    public async Task A_read_without_a_source_never_runs_the_factory_and_stores_nothing()
    {
        var ran = false;
        var value = await cache.GetOrCreateAsync("k", _ => { ran = true; return ValueTask.FromResult<string?>("x"); }, Flags(HybridCacheEntryFlags.DisableUnderlyingData));

        Assert.Null(value);
        Assert.False(ran);
        Assert.False(l1.TryGetValue("k", out _));
        Assert.Null(l2.Get("k"));
    }

    [Fact]
    public async Task The_flags_keep_a_write_out_of_a_tier()
    {
        await cache.SetAsync("memory", "v", Flags(HybridCacheEntryFlags.DisableDistributedCache));
        await cache.SetAsync("disk", "v", Flags(HybridCacheEntryFlags.DisableLocalCache));

        Assert.True(l1.TryGetValue("memory", out _));
        Assert.Null(l2.Get("memory"));
        Assert.False(l1.TryGetValue("disk", out _));
        Assert.NotNull(l2.Get("disk"));
    }

    [Fact]
    public async Task The_flags_keep_a_read_out_of_a_tier()
    {
        await cache.SetAsync("k", "v");

        Assert.Null(await Get("k", HybridCacheEntryFlags.DisableLocalCache | HybridCacheEntryFlags.DisableDistributedCache));
        Assert.Equal("v", await Get("k", HybridCacheEntryFlags.DisableLocalCache));
        Assert.Equal("v", await Get("k", HybridCacheEntryFlags.DisableDistributedCache));
        Restart();
        Assert.Equal("v", await Get("k", HybridCacheEntryFlags.DisableLocalCacheWrite));
        Assert.False(l1.TryGetValue("k", out _));
    }

    [Fact]
    public async Task Many_callers_at_once_run_the_factory_once()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 50).Select(_ => cache.GetOrCreateAsync("k", async _ =>
        {
            Interlocked.Increment(ref runs);
            await gate.Task;
            return "v";
        }).AsTask()).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll(callers), static v => Assert.Equal("v", v));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_take_the_others_along()
    {
        using var cancellation = new CancellationTokenSource();
        using var patience = new CancellationTokenSource();
        var gate = new TaskCompletionSource<string>();
        var leaving = cache.GetOrCreateAsync("k", async _ => await gate.Task, cancellationToken: cancellation.Token).AsTask();
        var staying = cache.GetOrCreateAsync("k", async _ => await gate.Task, cancellationToken: patience.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        gate.SetResult("v");
        Assert.Equal("v", await staying);
    }

    [Fact]
    public async Task The_factory_is_cancelled_when_all_callers_have_left()
    {
        using var cancellation = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var caller = cache.GetOrCreateAsync(
            "k",
            async token =>
            {
                await using var registration = token.Register(cancelled.SetResult);
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return "v";
            },
            cancellationToken: cancellation.Token).AsTask();
        await started.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_cancelled_token_is_honoured_before_anything_else()
    {
        await cache.SetAsync("k", "v");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await cache.GetOrCreateAsync("k", static _ => ValueTask.FromResult("x"), cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task A_factory_that_fails_leaves_nothing_and_the_next_call_tries_again()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () => await cache.GetOrCreateAsync<string>("k", static _ => throw new InvalidDataException()));

        Assert.Equal("v", await cache.GetOrCreateAsync("k", static _ => ValueTask.FromResult("v")));
    }

    [Fact]
    public async Task Memory_expires_before_the_disk_when_told_so_and_the_disk_expires_for_all()
    {
        await cache.SetAsync("k", "v", new() { Expiration = TimeSpan.FromMinutes(10), LocalCacheExpiration = TimeSpan.FromMinutes(1) });
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.False(l1.TryGetValue("k", out _));
        Assert.Equal("v", await Get("k"));
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task What_is_lifted_into_memory_lives_no_longer_than_it_would_on_disk()
    {
        await cache.SetAsync("k", "v", new() { Expiration = TimeSpan.FromMinutes(10) });
        Restart();
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("v", await cache.GetOrCreateAsync<string?>("k", static _ => ValueTask.FromResult<string?>(null), new() { Expiration = TimeSpan.FromDays(1), Flags = HybridCacheEntryFlags.DisableUnderlyingData }));
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_removed_key_is_gone_from_both_tiers()
    {
        await cache.SetAsync("k", "v");
        await cache.RemoveAsync("k");

        Assert.Null(await Get("k"));
        Assert.Null(l2.Get("k"));
    }

    [Fact]
    public async Task A_removed_tag_takes_its_entries_and_no_others()
    {
        await cache.SetAsync("a", "v", tags: ["red", "round"]);
        await cache.SetAsync("b", "v", tags: ["blue"]);
        await cache.RemoveByTagAsync("red");

        Assert.Null(await Get("a"));
        Assert.Equal("v", await Get("b"));
    }

    [Fact]
    public async Task A_removed_tag_stays_removed_after_a_restart()
    {
        await cache.SetAsync("a", "v", tags: ["red"]);
        await cache.SetAsync("b", "v", tags: ["blue"]);
        await cache.RemoveByTagAsync("red");
        Restart();

        Assert.Null(await Get("a"));
        Assert.Equal("v", await Get("b"));
    }

    [Fact]
    public async Task What_is_written_after_a_tag_was_removed_is_served_even_in_the_same_instant()
    {
        await cache.SetAsync("a", "old", tags: ["red"]);
        await cache.RemoveByTagAsync("red");
        await cache.SetAsync("a", "new", tags: ["red"]);

        Assert.Equal("new", await Get("a"));
        Restart();
        Assert.Equal("new", await Get("a"));
    }

    [Fact]
    public async Task The_star_tag_takes_everything()
    {
        await cache.SetAsync("a", "v", tags: ["red"]);
        await cache.SetAsync("b", "v");
        await cache.RemoveByTagAsync("*");

        Assert.Null(await Get("a"));
        Assert.Null(await Get("b"));
        Restart();
        Assert.Null(await Get("b"));
    }

    [Fact]
    public async Task A_large_value_goes_through_both_tiers()
    {
        var large = new string('x', 3_000_000);
        await cache.SetAsync("k", large);
        Restart();

        Assert.Equal(large, await Get("k"));
    }

    [Fact]
    public async Task A_caller_that_changes_what_it_got_does_not_change_the_entry()
    {
        await cache.SetAsync("k", new byte[] { 1, 2, 3 });
        (await cache.GetOrCreateAsync("k", static _ => ValueTask.FromResult<byte[]>([])))[0] = 9;

        Assert.Equal([1, 2, 3], await cache.GetOrCreateAsync("k", static _ => ValueTask.FromResult<byte[]>([])));
    }

    [Fact]
    public async Task Bytes_that_are_no_entry_or_another_keys_entry_are_a_miss()
    {
        await cache.SetAsync("other", "secret");
        l2.Set("garbage", [1, 2, 3, 4], new DistributedCacheEntryOptions());
        l2.Set("k", l2.Get("other")!, new DistributedCacheEntryOptions());
        l2.Set("cut", l2.Get("other")![..5], new DistributedCacheEntryOptions());

        Assert.Null(await Get("garbage"));
        Assert.Null(await Get("k"));
        Assert.Null(await Get("cut"));
    }

    private static HybridCacheEntryOptions Flags(HybridCacheEntryFlags flags) => new() { Flags = flags };

    private async Task<string?> Get(string key, HybridCacheEntryFlags flags = HybridCacheEntryFlags.None) =>
        await cache.GetOrCreateAsync<string?>(key, static _ => ValueTask.FromResult<string?>("from the factory"), Flags(flags | HybridCacheEntryFlags.DisableUnderlyingData));

    private void Restart()
    {
        CloseAll();
        var file = new SelfHealingFile(directory.File("l2.db"), "L2", time, new StoreFaults(NullLogger.Instance), NullLogger.Instance);
        var tiers = new DiskTiers(new DiskTable(file, 100 << 20, time), null, new(), new());
        l2 = new(tiers, time);
        l1 = new(100 << 20, EvictionPolicy.LeastRecentlyUsed, time);
        var services = new ServiceCollection();
        services.AddSingleton<IMemoryCache>(l1).AddSingleton<IDistributedCache>(l2).AddSingleton<TimeProvider>(new MonotonicClock(time));
        Add(services);
        var provider = services.BuildServiceProvider();
        cache = provider.GetRequiredService<HybridCache>();
        opened.Add(provider);
        opened.Add(tiers);
    }

    private void CloseAll()
    {
        opened.ForEach(static o => o.Dispose());
        opened.Clear();
    }
}
