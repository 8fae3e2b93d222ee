using Microsoft.Extensions.Logging;

namespace Parsimony;

/// <summary>Raises alerts: to the log at once, to the sinks in the background. It never blocks and never throws.</summary>
internal sealed class AlertDispatcher : IDisposable
{
    private readonly AlertOptions options;
    private readonly string? environment;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly AlertQueue[] queues;
    private readonly Lock gate = new();
    private readonly Dictionary<AlertKind, (long SentAt, int HeldBack)> recent = [];

    public AlertDispatcher(AlertOptions options, string? environment, IEnumerable<IAlertSink> sinks, TimeProvider time, ILogger logger)
    {
        this.options = options;
        this.environment = environment;
        this.time = time;
        this.logger = logger;
        queues = [.. sinks.Select(s => new AlertQueue(s, time, logger))];
    }

    public void Raise(AlertKind kind, AlertSeverity severity, string text)
    {
        if (!options.Enabled || !Passes(kind, out var heldBack))
        {
            return;
        }

        var alert = new Alert(kind, severity, text, time.GetUtcNow(), environment, heldBack);
        AlertInstruments.Raised.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));
        Log.Alert(logger, Level(severity), alert.Kind, alert.ToString());
        foreach (var queue in queues)
        {
            queue.Enqueue(alert);
        }
    }

    public void Dispose()
    {
        foreach (var queue in queues)
        {
            queue.Dispose();
        }
    }

    private bool Passes(AlertKind kind, out int heldBack)
    {
        lock (gate)
        {
            heldBack = 0;
            if (recent.TryGetValue(kind, out var last))
            {
                if (time.GetElapsedTime(last.SentAt) < options.Cooldown)
                {
                    recent[kind] = (last.SentAt, last.HeldBack + 1);
                    return false;
                }

                heldBack = last.HeldBack;
            }

            recent[kind] = (time.GetTimestamp(), 0);
            return true;
        }
    }

    private static LogLevel Level(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => LogLevel.Critical,
        AlertSeverity.Warning => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
