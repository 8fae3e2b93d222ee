using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Parsimony;

/// <summary>In a host, looks at memory and health, and tidies the cache, at regular intervals. Without a host all of it works when asked.</summary>
internal sealed class ParsimonyMonitorService(ParsimonyOptions options, Func<OptimizationOrchestrator> orchestrator, TimeProvider time, ILogger logger) : BackgroundService
{
    private readonly FailOpen faults = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.EnableMonitoring)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Monitoring.HealthCheckInterval, time);
        var maintained = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                var isDue = time.GetElapsedTime(maintained) >= options.Monitoring.MaintenanceInterval;
                maintained = isDue ? time.GetTimestamp() : maintained;
                await LookAsync(isDue, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(bool maintain, CancellationToken cancellationToken)
    {
        try
        {
            _ = maintain
                ? (await orchestrator().RunMaintenanceAsync(cancellationToken).ConfigureAwait(false)).Health
                : await orchestrator().GetHealthAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not OutOfMemoryException)
        {
            faults.Report("monitoring", fault);
        }
    }
}
