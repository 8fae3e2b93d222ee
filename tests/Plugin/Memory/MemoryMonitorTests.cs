using Microsoft.Extensions.Logging;
using Parsimony.Testing;

namespace Parsimony.Tests.Memory;

public class MemoryMonitorTests
{
    private readonly FakeMemory memory = new();
    private readonly FakeReclaimer cache = new();
    private readonly ManualTimeProvider time = new();
    private readonly ListLogger<MemoryMonitor> log = new();
    private readonly MemoryOptions options = new();
    private readonly MemoryMonitor monitor;

    public MemoryMonitorTests() => monitor = new MemoryMonitor(options, () => [cache], time, log, memory);

    [Fact]
    public void Readings_are_shared_until_they_are_older_than_the_sample_interval()
    {
        memory.Heap = 100;
        Assert.Equal(0.1, monitor.Pressure);

        memory.Heap = 200;
        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0.1, monitor.Pressure);
        Assert.Equal(1, memory.Reads);

        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0.2, monitor.Pressure);
    }

    [Fact]
    public void A_rise_to_warning_has_the_cache_give_back_a_quarter_at_once()
    {
        Heap(850);

        Assert.Equal([0.25], cache.Shares);
        Assert.Equal(10, monitor.GetStatus().ReclaimedBytes);
    }

    [Fact]
    public void While_the_shortage_lasts_the_cache_gives_back_more_at_each_interval_and_not_at_each_reading()
    {
        Heap(850);
        Heap(860);
        time.Advance(options.TrimInterval);
        Heap(850);

        Assert.Equal(2, cache.Shares.Count);
    }

    [Fact]
    public void A_rise_to_critical_gives_back_three_quarters_and_asks_for_a_collection_once_in_its_interval()
    {
        Heap(850);
        Heap(960);
        Assert.Equal([0.25, 0.75], cache.Shares);
        Assert.Equal(1, memory.Collections);

        time.Advance(options.CollectInterval - TimeSpan.FromSeconds(1));
        monitor.Refresh();
        Assert.Equal(1, memory.Collections);

        time.Advance(TimeSpan.FromSeconds(1));
        monitor.Refresh();
        Assert.Equal(2, memory.Collections);
    }

    [Fact]
    public void No_collection_is_asked_for_when_the_interval_is_zero()
    {
        options.CollectInterval = TimeSpan.Zero;

        Heap(999);

        Assert.Equal(0, memory.Collections);
    }

    [Fact]
    public void Nothing_is_done_below_the_warning_level()
    {
        Heap(799);

        Assert.Empty(cache.Shares);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public void Each_change_of_the_level_is_raised_and_logged_once()
    {
        var changes = new List<(MemoryLevel, MemoryLevel)>();
        monitor.LevelChanged += (_, change) => changes.Add((change.Previous, change.Level));

        Heap(850);
        Heap(870);
        Heap(970);
        Heap(100);

        Assert.Equal(
            [(MemoryLevel.Normal, MemoryLevel.Warning), (MemoryLevel.Warning, MemoryLevel.Critical), (MemoryLevel.Critical, MemoryLevel.Normal)],
            changes);
        Assert.Equal(3, log.Entries.Count);
    }

    [Fact]
    public void A_cache_that_throws_and_a_handler_that_throws_stop_nothing()
    {
        var broken = new MemoryMonitor(options, () => [new FakeReclaimer(_ => throw new InvalidOperationException())], time, log, memory);
        broken.LevelChanged += (_, _) => throw new InvalidOperationException();
        memory.Heap = 970;

        broken.Refresh();

        Assert.Equal(MemoryLevel.Critical, broken.Level);
        Assert.Equal(3, log.Entries.Count(e => e.Level == LogLevel.Warning));
    }

    [Fact]
    public void A_handler_may_ask_the_monitor()
    {
        MemoryLevel? seen = null;
        monitor.LevelChanged += (_, _) => seen = monitor.Level;

        Heap(970);

        Assert.Equal(MemoryLevel.Critical, seen);
    }

    [Fact]
    public void Its_status_holds_the_context_that_agents_hold()
    {
        monitor.Record(new CallScope { Agent = "clerk" }, 400, 100);
        monitor.Record(new CallScope { Agent = "scribe" }, 800, 200);

        var status = monitor.GetStatus();

        Assert.Equal((1_200, 300), (status.ContextBytes, status.ContextTokens));
        Assert.Equal(["scribe", "clerk"], monitor.GetAgentContexts().Select(a => a.Agent));
    }

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        options.SampleInterval = TimeSpan.Zero;
        memory.Heap = 500;

        Parallel.For(0, 10_000, i => Assert.Equal(0.5, monitor.Pressure));
    }

    [Fact]
    public void The_process_tells_its_real_memory()
    {
        GC.Collect();

        var status = new MemoryMonitor(new MemoryOptions()).GetStatus();

        Assert.InRange(status.HeapBytes, 10_000, status.LimitBytes);
        Assert.InRange(status.Pressure, 1e-6, 1);
        Assert.True(status.LoadBytes > 0);
    }

    private void Heap(long bytes)
    {
        memory.Heap = bytes;
        monitor.Refresh();
    }
}
