using Microsoft.Extensions.Logging;
using Parsimony.Testing;

namespace Parsimony.Tests.Alerts;

public class AlertDispatcherTests
{
    private readonly ManualTimeProvider time = new();
    private readonly ListLogger<Alert> log = new();
    private readonly FakeSink sink = new();
    private readonly AlertOptions options = new();

    [Fact]
    public async Task An_alert_goes_to_the_log_and_to_every_sink()
    {
        var second = new FakeSink();
        using var alerts = Dispatcher(sink, second);

        alerts.Raise(AlertKind.MemoryCritical, AlertSeverity.Critical, "full");

        var alert = await sink.NextAsync();
        Assert.Equal("[test] Critical: full", alert.ToString());
        Assert.Equal(time.GetUtcNow(), alert.At);
        Assert.Equal(alert, await second.NextAsync());
        Assert.Equal((LogLevel.Critical, "Alert MemoryCritical. [test] Critical: full"), Assert.Single(log.Entries.Select(e => (e.Level, e.Message))));
    }

    [Fact]
    public async Task Alerts_of_a_kind_are_held_back_for_the_cooldown_and_the_next_says_how_many()
    {
        using var alerts = Dispatcher(sink);
        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "one");
        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "two");
        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "three");
        time.Advance(options.Cooldown);
        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "four");

        Assert.Equal("one", (await sink.NextAsync()).Text);
        var next = await sink.NextAsync();
        Assert.Equal(("four", 2), (next.Text, next.HeldBack));
        Assert.EndsWith("(2 more of this kind since the last alert)", next.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_of_other_kinds_are_not_held_back()
    {
        using var alerts = Dispatcher(sink);
        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "one");
        alerts.Raise(AlertKind.CallsThrottled, AlertSeverity.Warning, "two");

        Assert.Equal(["one", "two"], [(await sink.NextAsync()).Text, (await sink.NextAsync()).Text]);
    }

    [Fact]
    public void Nothing_is_raised_when_alerts_are_switched_off()
    {
        options.Enabled = false;
        using var alerts = Dispatcher(sink);

        alerts.Raise(AlertKind.Health, AlertSeverity.Warning, "one");

        Assert.Empty(log.Entries);
    }

    private AlertDispatcher Dispatcher(params IAlertSink[] sinks) => new(options, "test", sinks, time, log);
}
