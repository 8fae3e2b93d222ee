using Parsimony.Testing;

namespace Parsimony.Tests.Throttling;

public class AgentThrottleTests
{
    private static readonly CallScope Clerk = new() { Agent = "clerk" };
    private static readonly CallScope Scribe = new() { Agent = "scribe" };

    private readonly ManualTimeProvider time = new();
    private readonly FakeMemory memory = new();
    private readonly MemoryMonitor monitor;
    private readonly ThrottleOptions options = new() { MaxConcurrentCalls = 2 };
    private readonly AgentThrottle throttle;

    public AgentThrottleTests()
    {
        monitor = new MemoryMonitor(new MemoryOptions { SampleInterval = TimeSpan.Zero }, null, time, null, memory);
        throttle = new AgentThrottle(options, monitor, null, time);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_agent_has_no_more_calls_in_flight_than_its_limit()
    {
        using var first = await Enter(Clerk);
        var second = await Enter(Clerk);
        var third = Enter(Clerk);

        Assert.False(third.IsCompleted);
        second.Dispose();
        using var admitted = await third;

        Assert.Equal(2, throttle.GetStatistics().InFlight);
        Assert.Equal(1, throttle.GetStatistics().Delayed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Agents_do_not_wait_for_each_other()
    {
        using var a = await Enter(Clerk);
        using var b = await Enter(Clerk);

        Assert.True(Enter(Scribe).IsCompletedSuccessfully);
    }

    [Fact(Timeout = 60_000)]
    public async Task Calls_that_name_no_agent_are_not_counted()
    {
        for (var i = 0; i < 100; i++)
        {
            await Enter(CallScope.Empty);
        }

        Assert.Equal(100, throttle.GetStatistics().Admitted);
        Assert.Equal(0, throttle.GetStatistics().InFlight);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_limit_of_its_own_wins_for_an_agent()
    {
        options.Agents["CLERK"] = 1;
        using var only = await Enter(Clerk);

        Assert.False(Enter(Clerk).IsCompleted);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_call_that_waited_the_longest_delay_is_refused_with_a_time_to_try_again()
    {
        using var a = await Enter(Clerk);
        using var b = await Enter(Clerk);
        var late = Enter(Clerk);

        time.Advance(options.MaxDelay);
        var refusal = await Assert.ThrowsAsync<AgentThrottledException>(() => late);

        Assert.Equal(("clerk", options.RetryAfter), (refusal.Agent, refusal.RetryAfter));
        Assert.Contains("2 calls in flight", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, throttle.GetStatistics().Waiting);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_delay_a_call_over_the_limit_is_refused_at_once()
    {
        options.MaxDelay = TimeSpan.Zero;
        using var a = await Enter(Clerk);
        using var b = await Enter(Clerk);

        await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(Clerk));
    }

    [Fact(Timeout = 60_000)]
    public async Task Turns_are_given_in_the_order_of_arrival()
    {
        options.MaxConcurrentCalls = 1;
        var first = await Enter(Clerk);
        var second = Enter(Clerk);
        var third = Enter(Clerk);

        first.Dispose();
        var next = await second;
        Assert.False(third.IsCompleted);
        next.Dispose();
        await third;
    }

    [Fact(Timeout = 60_000)]
    public async Task When_the_limit_rises_those_who_waited_come_first()
    {
        options.MaxConcurrentCalls = 1;
        using var first = await Enter(Clerk);
        var patient = Enter(Clerk);
        options.MaxConcurrentCalls = 2;

        var newcomer = Enter(Clerk);

        (await patient.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
        (await newcomer.WaitAsync(TimeSpan.FromSeconds(30))).Dispose();
        Assert.Equal(2, throttle.GetStatistics().Delayed);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cancelled_wait_leaves_the_queue_and_takes_no_turn()
    {
        options.MaxConcurrentCalls = 1;
        var first = await Enter(Clerk);
        using var cancel = new CancellationTokenSource();
        var cancelled = Enter(Clerk, cancel.Token);
        var patient = Enter(Clerk);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        first.Dispose();
        (await patient).Dispose();

        Assert.Equal((0, 0), (throttle.GetStatistics().InFlight, throttle.GetStatistics().Waiting));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_lease_disposed_twice_gives_back_one_turn()
    {
        options.MaxConcurrentCalls = 1;
        var lease = await Enter(Clerk);
        lease.Dispose();
        lease.Dispose();

        using var next = await Enter(Clerk);

        Assert.False(Enter(Clerk).IsCompleted);
    }

    [Fact(Timeout = 60_000)]
    public async Task At_critical_pressure_only_exempt_agents_may_call()
    {
        options.ExemptAgents.Add("Scribe");
        memory.Heap = 960;

        var refusal = await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(Clerk));
        await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(CallScope.Empty));
        (await Enter(Scribe)).Dispose();

        Assert.Equal(options.RetryAfter, refusal.RetryAfter);
        Assert.Contains("0.96", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_call_that_waited_is_refused_if_memory_ran_out_meanwhile()
    {
        options.MaxConcurrentCalls = 1;
        var first = await Enter(Clerk);
        var second = Enter(Clerk);

        memory.Heap = 990;
        first.Dispose();

        await Assert.ThrowsAsync<AgentThrottledException>(() => second);
        Assert.Equal(0, throttle.GetStatistics().InFlight);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(799, 8)]
    [InlineData(800, 8)]
    [InlineData(875, 4)]
    [InlineData(940, 1)]
    public async Task Between_warning_and_critical_an_agent_runs_fewer_calls_at_a_time(long heap, int expected)
    {
        options.MaxConcurrentCalls = 8;
        options.MaxDelay = TimeSpan.Zero;
        memory.Heap = heap;

        var admitted = 0;
        for (var i = 0; i < 20; i++)
        {
            try
            {
                await Enter(Clerk);
                admitted++;
            }
            catch (AgentThrottledException)
            {
                // Counted by the ones that were admitted.
            }
        }

        Assert.Equal(expected, admitted);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_agent_that_holds_too_much_context_is_told_when_it_will_hold_less()
    {
        options.AgentMemoryLimit = 1_000;
        monitor.Record(Clerk with { Session = "1" }, 800, 1);
        time.Advance(TimeSpan.FromMinutes(10));
        monitor.Record(Clerk with { Session = "2" }, 800, 1);

        var refusal = await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(Clerk));
        Assert.Equal(TimeSpan.FromMinutes(50), refusal.RetryAfter);
        Assert.True(Enter(Scribe).IsCompletedSuccessfully);

        time.Advance(refusal.RetryAfter);
        Assert.True(Enter(Clerk).IsCompletedSuccessfully);
    }

    [Fact(Timeout = 60_000)]
    public async Task Asking_changes_nothing_and_says_why()
    {
        options.MaxConcurrentCalls = 1;
        Assert.False(throttle.Decide("clerk").Throttle);
        using var only = await Enter(Clerk);

        Assert.Equal(ThrottleReason.Concurrency, throttle.Decide("CLERK").Reason);
        memory.Heap = 999;
        Assert.Equal(ThrottleReason.CriticalMemory, throttle.Decide("scribe").Reason);
        Assert.Equal(0, throttle.GetStatistics().Refused);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_refusal_is_raised_and_counted_and_a_handler_that_throws_changes_nothing()
    {
        ThrottleReason? seen = null;
        throttle.Throttled += (_, refusal) => seen = refusal.Decision.Reason;
        throttle.Throttled += (_, _) => throw new InvalidOperationException();
        memory.Heap = 999;

        await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(Clerk));

        Assert.Equal(ThrottleReason.CriticalMemory, seen);
        Assert.Equal((1, 1.0), (throttle.GetStatistics().Refused, throttle.GetStatistics().RecentRefusedShare));
    }

    // Each call in a flow of its own, as calls of a chat client are.
    private async Task<IDisposable> Enter(CallScope scope, CancellationToken cancellationToken = default) =>
        await throttle.EnterAsync(scope, cancellationToken);
}
