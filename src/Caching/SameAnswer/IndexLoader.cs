using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>
/// Fills the same-answer index from the tiers once, when the first search needs it: what the disk holds answers other words again
/// after a restart. A call waits for it only a moment; a large disk tier goes on loading behind it.
/// </summary>
internal sealed class IndexLoader(ITieredStore tiers, SameAnswerSearch search, TimeProvider time, FailOpen failOpen, ILogger logger, CancellationToken lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private Task? loading;

    public ValueTask LoadAsync(CancellationToken cancellationToken, bool patient = false)
    {
        var load = Start();
        return load.IsCompleted ? default : new ValueTask(WaitAsync(load, patient, cancellationToken));
    }

    private async Task WaitAsync(Task load, bool patient, CancellationToken cancellationToken)
    {
        try
        {
            await load.WaitAsync(patient ? Timeout.InfiniteTimeSpan : Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The search goes on with what is there.
        }
    }

    private Task Start()
    {
        lock (gate)
        {
            return loading ??= Task.Run(() => RunAsync(lifetime));
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (_, payload) in tiers.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                if (CacheEntry.TryRead(payload) is { } entry && entry.ExpiresTicks > time.GetUtcNow().UtcTicks)
                {
                    search.Add(entry);
                }
            }

            if (search.Count > 0)
            {
                Log.IndexLoaded(logger, search.Count);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The cache is being disposed.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failOpen.Report("cache.index", e);
        }
    }
}
