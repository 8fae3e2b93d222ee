using System.Threading.Channels;

namespace Parsimony.Tests;

/// <summary>A sink that hands each alert to the test, and does what the test says.</summary>
internal sealed class FakeSink(Func<int, Task>? attempt = null) : IAlertSink
{
    private readonly Channel<Alert> seen = Channel.CreateUnbounded<Alert>();
    private int attempts;

    public string Name => "fake";

    public async Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref attempts);
        seen.Writer.TryWrite(alert);
        if (attempt is not null)
        {
            await attempt(number).WaitAsync(cancellationToken);
        }
    }

    /// <summary>The alert of the next attempt to send one.</summary>
    public async Task<Alert> NextAsync() => await seen.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public bool HasMore => seen.Reader.TryPeek(out _);
}
