using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>
/// A SQLite file that may vanish, be locked, fill up or rot: operations on it never throw, they fall back. It is opened on first
/// use, and again a while after it could not be reached. Each kind of trouble is said once and counted always.
/// </summary>
internal sealed class SelfHealingFile(string path, string tier, TimeProvider timeProvider, StoreFaults faults, ILogger logger) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly ConcurrentBag<DiskReader> readers = [];
    private readonly TroubleLog troubles = new(tier, path, faults, logger);
    private volatile DiskWriter? writer;
    private volatile bool disposed;
    private int generation;
    private long retryAt;
    private long rebuiltAt = long.MinValue;

    /// <summary>Gets a value indicating whether the file could not be reached and is not open again since.</summary>
    public bool IsAway => writer is null && Volatile.Read(ref retryAt) > 0;

    /// <summary>Reads with a connection of its own; several threads may read at once.</summary>
    public TResult Read<TState, TResult>(TState state, Func<DiskReader, TState, TResult> operation, TResult fallback)
    {
        if (!EnsureOpen())
        {
            return fallback;
        }

        var seen = Volatile.Read(ref generation);
        DiskReader? reader = null;
        try
        {
            reader = Rent();
            var result = operation(reader, state);
            Return(reader);
            return result;
        }
        catch (SqliteFault fault)
        {
            reader?.Dispose();
            Handle(fault, seen);
            return fallback;
        }
    }

    /// <summary>Writes in one transaction.</summary>
    public TResult Write<TState, TResult>(TState state, Func<DiskWriter, TState, TResult> operation, TResult fallback) =>
        Run(state, operation, fallback, inTransaction: true);

    /// <summary>Runs what SQLite does not allow inside a transaction.</summary>
    public void Tidy(Action<DiskWriter> operation) =>
        Run(operation, static (writer, operation) => { operation(writer); return true; }, false, inTransaction: false);

    /// <summary>Notices a file that was deleted under its open connections; the next operation starts a new one.</summary>
    public void CheckThatItIsThere()
    {
        lock (gate)
        {
            if (writer is not null && !File.Exists(path))
            {
                var fault = new SqliteFault(14, "find the file");
                faults.FailOpen.Report(tier, fault);
                troubles.Say(fault);
                Close();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Close();
        }
    }

    private TResult Run<TState, TResult>(TState state, Func<DiskWriter, TState, TResult> operation, TResult fallback, bool inTransaction)
    {
        lock (gate)
        {
            if (!EnsureOpen() || writer is not { } open)
            {
                return fallback;
            }

            try
            {
                if (!inTransaction)
                {
                    return operation(open, state);
                }

                open.Execute("BEGIN IMMEDIATE");
                var result = operation(open, state);
                open.Execute("COMMIT");
                return result;
            }
            catch (SqliteFault fault)
            {
                open.Rollback();
                Handle(fault, generation);
                return fallback;
            }
        }
    }

    private bool EnsureOpen()
    {
        if (writer is not null)
        {
            return true;
        }

        lock (gate)
        {
            if (writer is null && !disposed && timeProvider.GetUtcNow().UtcTicks >= retryAt)
            {
                Open(rebuild: true);
            }

            return writer is not null;
        }
    }

    private void Open(bool rebuild)
    {
        try
        {
            PrivateFiles.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            PrivateFiles.Create(path);
            writer = new DiskWriter(path);
            Volatile.Write(ref retryAt, 0);
        }
        catch (SqliteFault fault)
        {
            Handle(fault, generation);
            if (rebuild && fault.Remedy == SqliteRemedy.Rebuild)
            {
                Open(rebuild: false);
            }
            else if (fault.Remedy == SqliteRemedy.SkipOnce)
            {
                retryAt = timeProvider.GetUtcNow().UtcTicks + TimeSpan.TicksPerSecond;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException
            or DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            faults.FailOpen.Report(tier, fault);
            troubles.Say(fault);
            Retire();
        }
    }

    private void Handle(SqliteFault fault, int seen)
    {
        faults.FailOpen.Report(tier, fault);
        troubles.Say(fault);
        if (fault.Remedy == SqliteRemedy.SkipOnce)
        {
            return;
        }

        lock (gate)
        {
            if (seen != generation)
            {
                return; // another thread has dealt with this opening of the file
            }

            var now = timeProvider.GetUtcNow().UtcTicks;
            if (fault.Remedy == SqliteRemedy.Rebuild && now - RetryAfter.Ticks >= rebuiltAt)
            {
                Close();
                rebuiltAt = now;
                if (UnreadableFile.Move(path))
                {
                    return;
                }
            }

            Retire();
        }
    }

    private void Retire()
    {
        Close();
        retryAt = (timeProvider.GetUtcNow() + RetryAfter).UtcTicks;
    }

    private void Close()
    {
        Interlocked.Increment(ref generation);
        writer?.Dispose();
        writer = null;
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private DiskReader Rent()
    {
        while (readers.TryTake(out var reader))
        {
            if (reader.Generation == Volatile.Read(ref generation))
            {
                return reader;
            }

            reader.Dispose();
        }

        return new DiskReader(path, Volatile.Read(ref generation));
    }

    private void Return(DiskReader reader)
    {
        readers.Add(reader);
        if ((disposed || reader.Generation != Volatile.Read(ref generation)) && readers.TryTake(out var stale))
        {
            stale.Dispose();
        }
    }
}
