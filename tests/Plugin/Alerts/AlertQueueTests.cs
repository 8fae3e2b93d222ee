using System.Net;
using Parsimony.Testing;

namespace Parsimony.Tests.Alerts;

public class AlertQueueTests
{
    private readonly ManualTimeProvider time = new();
    private readonly ListLogger<Alert> log = new();

    [Fact]
    public async Task A_failed_alert_is_sent_again_after_a_growing_delay()
    {
        var delivered = new TaskCompletionSource();
        var sink = new FakeSink(n => n < 3 ? Task.FromException(new HttpRequestException("", null, HttpStatusCode.ServiceUnavailable)) : Deliver(delivered));
        using var queue = new AlertQueue(sink, time, log);

        queue.Enqueue(Alert("a"));
        await sink.NextAsync();
        await AdvanceUntil(sink);
        await sink.NextAsync();
        await AdvanceUntil(sink);

        await delivered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task An_alert_that_will_never_be_taken_is_given_up_at_once_and_the_next_is_sent()
    {
        var sink = new FakeSink(n => n == 1 ? Task.FromException(new HttpRequestException("https://secret", null, HttpStatusCode.NotFound)) : Task.CompletedTask);
        using var queue = new AlertQueue(sink, time, log);

        queue.Enqueue(Alert("a"));
        queue.Enqueue(Alert("b"));

        Assert.Equal(["a", "b"], [(await sink.NextAsync()).Text, (await sink.NextAsync()).Text]);
        var entry = Assert.Single(log.Entries);
        Assert.Contains("HTTP 404", entry.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_is_given_up_after_the_last_attempt()
    {
        var sink = new FakeSink(_ => Task.FromException(new InvalidOperationException("https://secret")));
        using var queue = new AlertQueue(sink, time, log);

        queue.Enqueue(Alert("a"));
        for (var i = 1; i < AlertQueue.MaxAttempts; i++)
        {
            await sink.NextAsync();
            await AdvanceUntil(sink);
        }

        queue.Enqueue(Alert("b"));
        Assert.Equal("a", (await sink.NextAsync()).Text);
        Assert.Equal("b", (await sink.NextAsync()).Text);
        Assert.DoesNotContain("secret", Assert.Single(log.Entries).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sink_that_hangs_is_given_up_on_after_the_timeout()
    {
        var sink = new FakeSink(n => n == 1 ? new TaskCompletionSource().Task : Task.CompletedTask);
        using var queue = new AlertQueue(sink, time, log);

        queue.Enqueue(Alert("a"));
        await sink.NextAsync();
        await AdvanceUntil(sink);

        Assert.Equal("a", (await sink.NextAsync()).Text);
    }

    [Fact]
    public async Task A_sink_that_hangs_never_blocks_a_call_and_of_too_many_alerts_the_oldest_go()
    {
        var hang = new TaskCompletionSource();
        var sink = new FakeSink(n => n == 1 ? hang.Task : Task.CompletedTask);
        using var queue = new AlertQueue(sink, TimeProvider.System, log);
        queue.Enqueue(Alert("first"));
        await sink.NextAsync();

        for (var i = 0; i < AlertQueue.Capacity + 10; i++)
        {
            queue.Enqueue(Alert($"{i}"));
        }

        hang.SetResult();
        Assert.Equal("10", (await sink.NextAsync()).Text);
    }

    [Fact]
    public async Task The_sender_does_not_live_in_the_scope_of_the_call_that_raised_the_alert()
    {
        CallScope? seen = null;
        var sink = new FakeSink(_ =>
        {
            seen = CallScope.Current;
            return Task.CompletedTask;
        });
        using var queue = new AlertQueue(sink, time, log);
        using (CallScope.Begin(new CallScope { Tenant = "a" }))
        {
            queue.Enqueue(Alert("a"));
        }

        await sink.NextAsync();
        queue.Enqueue(Alert("b"));
        await sink.NextAsync();

        Assert.Equal(CallScope.Empty, seen);
    }

    private Task AdvanceUntil(FakeSink sink) => Eventually.AdvanceUntil(time, TimeSpan.FromSeconds(1), () => sink.HasMore);

    private static Task Deliver(TaskCompletionSource delivered)
    {
        delivered.TrySetResult();
        return Task.CompletedTask;
    }

    private static Alert Alert(string text) => new(AlertKind.Health, AlertSeverity.Warning, text, DateTimeOffset.UnixEpoch);
}
