using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>
/// The entries that were reported as false hits. A reported entry is never served again, and its question answers no other question:
/// what looked alike once would look alike again. The very same call may be answered by a new entry.
/// </summary>
/// <remarks>With a cache directory the ledger is a file, one entry id a line: <see cref="SharedLines"/>. Without one, or where the disk fails, it holds in this process.</remarks>
internal sealed class QuarantineLedger
{
    private readonly ConcurrentDictionary<EntryId, bool> entries = new();
    private readonly ConcurrentDictionary<CacheDigest, bool> questions = new();
    private readonly SharedLines lines;

    public QuarantineLedger(string? directory, TimeProvider time, FailOpen failOpen) =>
        lines = new SharedLines(directory, "quarantine.txt", "cache.quarantine", Read, time, failOpen);

    /// <summary>Whether an entry must not be served.</summary>
    public bool Holds(EntryId id)
    {
        lines.Look();
        return !entries.IsEmpty && entries.ContainsKey(id);
    }

    /// <summary>Whether the question of a key must not answer other questions.</summary>
    public bool HoldsQuestion(CacheDigest key)
    {
        lines.Look();
        return !questions.IsEmpty && questions.ContainsKey(key);
    }

    public void Add(EntryId id)
    {
        Remember(id);
        lines.Append(id.ToString());
    }

    private void Read(string line)
    {
        if (EntryId.TryParse(line, out var id))
        {
            Remember(id);
        }
    }

    private void Remember(EntryId id)
    {
        entries[id] = true;
        questions[id.Key] = true;
    }
}
