using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Parsimony;

/// <summary>The alerts on their way to one sink: a bounded queue and, from the first alert on, one task that sends them. A dead sink holds up no other.</summary>
internal sealed class AlertQueue(IAlertSink sink, TimeProvider time, ILogger logger) : IDisposable
{
    internal const int Capacity = 100;
    internal const int MaxAttempts = 4;
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<Alert> alerts = Channel.CreateBounded<Alert>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private int started;

    /// <summary>Never blocks and never throws: when the queue is full the oldest alert goes.</summary>
    public void Enqueue(Alert alert)
    {
        alerts.Writer.TryWrite(alert);
        if (Interlocked.Exchange(ref started, 1) == 0)
        {
            // The sender must not live in the ambient context of the call that happened to raise the first alert.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(SendAllAsync);
            }
        }
    }

    public void Dispose()
    {
        alerts.Writer.TryComplete();
        stopping.Cancel();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var alert in alerts.Reader.ReadAllAsync(stopping.Token).ConfigureAwait(false))
            {
                await SendAsync(alert).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task SendAsync(Alert alert)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var late = new CancellationTokenSource(Timeout, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping.Token);
                await sink.SendAsync(alert, either.Token).ConfigureAwait(false);
                AlertInstruments.Sent.Add(1, new KeyValuePair<string, object?>("sink", sink.Name));
                return;
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                throw new OperationCanceledException(stopping.Token);
            }
            catch (Exception fault)
            {
                if (attempt == MaxAttempts || IsFinal(fault))
                {
                    AlertInstruments.Lost.Add(1, new KeyValuePair<string, object?>("sink", sink.Name));
                    Log.AlertLost(logger, alert.Kind, sink.Name, attempt, Describe(fault));
                    return;
                }
            }

            await Task.Delay(FirstDelay * (1 << (attempt - 1)), time, stopping.Token).ConfigureAwait(false);
        }
    }

    /// <summary>An answer that will be the same the next time.</summary>
    private static bool IsFinal(Exception fault) =>
        fault is HttpRequestException { StatusCode: { } status }
        && (int)status is >= 300 and < 500
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    // Exception texts may hold the address.
    private static string Describe(Exception fault) =>
        fault is HttpRequestException { StatusCode: { } status } ? $"HTTP {(int)status}" : fault.GetType().Name;
}
