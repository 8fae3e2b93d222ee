using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>
/// The entries that were reported as false hits. A reported entry is never served again, and its question answers no other question:
/// what looked alike once would look alike again. The very same call may be answered by a new entry.
/// </summary>
/// <remarks>
/// With a cache directory the ledger is a file, so that it outlives the process and reaches the others that share the directory,
/// within seconds. What was read once holds for the life of the process.
/// </remarks>
internal sealed class QuarantineLedger(string? directory, TimeProvider time, FailOpen failOpen)
{
    private const string Feature = "cache.quarantine";
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<EntryId, bool> entries = new();
    private readonly ConcurrentDictionary<CacheDigest, bool> questions = new();
    private readonly QuarantineFile? file = directory is null ? null : new(directory);
    private readonly Lock gate = new();
    private long lookedAt;
    private volatile bool looked;

    /// <summary>Whether an entry must not be served.</summary>
    public bool Holds(EntryId id)
    {
        Look();
        return !entries.IsEmpty && entries.ContainsKey(id);
    }

    /// <summary>Whether the question of a key must not answer other questions.</summary>
    public bool HoldsQuestion(CacheDigest key)
    {
        Look();
        return !questions.IsEmpty && questions.ContainsKey(key);
    }

    public void Add(EntryId id)
    {
        Remember(id);
        if (file is null)
        {
            return;
        }

        try
        {
            lock (gate)
            {
                file.Append(id);
            }
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            // The entry is barred in this process all the same.
            failOpen.Report(Feature, e);
        }
    }

    private static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private void Remember(EntryId id)
    {
        entries[id] = true;
        questions[id.Key] = true;
    }

    private void Look()
    {
        if (file is null || IsRecent())
        {
            return;
        }

        lock (gate)
        {
            if (IsRecent())
            {
                return;
            }

            try
            {
                foreach (var id in file.ReadIfChanged())
                {
                    Remember(id);
                }
            }
            catch (Exception e) when (IsOfTheDisk(e))
            {
                failOpen.Report(Feature, e);
            }

            Volatile.Write(ref lookedAt, time.GetTimestamp());
            looked = true;
        }
    }

    private bool IsRecent() => looked && time.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookAgainAfter;
}
