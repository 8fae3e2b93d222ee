using Parsimony.Testing;

namespace Parsimony.Tests.Alerts;

public sealed class AlertRulesTests : IDisposable
{
    private readonly ManualTimeProvider time = new();
    private readonly ListLogger<Alert> log = new();
    private readonly AlertOptions options = new() { Cooldown = TimeSpan.Zero };
    private readonly AlertDispatcher dispatcher;
    private readonly AlertRules rules;

    public AlertRulesTests()
    {
        dispatcher = new AlertDispatcher(options, null, [], time, log);
        rules = new AlertRules(options, dispatcher);
    }

    public void Dispose() => dispatcher.Dispose();

    [Fact]
    public void Memory_raises_an_alert_at_warning_at_critical_and_on_recovery_and_none_on_the_way_down()
    {
        var memory = new FakeMemory();
        var monitor = new MemoryMonitor(new MemoryOptions(), null, time, null, memory);
        rules.Watch(monitor);

        foreach (var heap in new[] { 850, 960, 860, 100 })
        {
            memory.Heap = heap;
            monitor.Refresh();
        }

        Assert.Equal([AlertKind.MemoryWarning, AlertKind.MemoryCritical, AlertKind.MemoryRecovered], Kinds());
    }

    [Fact]
    public async Task Refused_calls_raise_an_alert_once_they_are_many_enough_and_a_large_enough_share()
    {
        var throttle = new AgentThrottle(new ThrottleOptions { MaxConcurrentCalls = 1, MaxDelay = TimeSpan.Zero }, timeProvider: time);
        rules.Watch(throttle);
        using var busy = await Enter(throttle);

        for (var i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(throttle));
        }

        Assert.Empty(Kinds());
        await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(throttle));
        Assert.Equal([AlertKind.CallsThrottled], Kinds());
    }

    [Fact]
    public void Poor_health_raises_an_alert_that_names_the_weakest_part()
    {
        rules.Look(new ParsimonyHealth([new HealthPart("memory", 100, "fine"), new HealthPart("cache", 49, "faults")]), hitRate: 1, lookups: 0);

        Assert.Contains("49 of 100; cache: faults", Assert.Single(log.Entries).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_low_hit_rate_raises_an_alert_only_where_the_app_set_one_and_there_were_look_ups_enough()
    {
        var health = new ParsimonyHealth([new HealthPart("memory", 100, "fine")]);
        rules.Look(health, hitRate: 0, lookups: 1_000);
        options.CacheHitRate = 0.2;
        rules.Look(health, hitRate: 0.1, lookups: 99);
        Assert.Empty(Kinds());

        rules.Look(health, hitRate: 0.1, lookups: 100);
        Assert.Equal([AlertKind.CacheHitRate], Kinds());
    }

    private IEnumerable<AlertKind> Kinds() => log.Entries.Select(e => Enum.Parse<AlertKind>(e.Message.Split(' ', '.')[1]));

    private static async Task<IDisposable> Enter(AgentThrottle throttle) => await throttle.EnterAsync(new CallScope { Agent = "clerk" }, default);
}
