using System.Collections.Concurrent;
using System.Text;

namespace Parsimony.Caching;

/// <summary>
/// The entries that were reported as false hits. A reported entry is never served again, and its question answers no other question:
/// what looked alike once would look alike again. The very same call may be answered by a new entry.
/// </summary>
/// <remarks>With a cache directory the ledger is a file of one entry id a line, so that it outlives the process.</remarks>
internal sealed class QuarantineLedger(string? directory, FailOpen failOpen)
{
    private const string FileName = "quarantine.txt";
    private const string Feature = "cache.quarantine";

    private readonly ConcurrentDictionary<EntryId, bool> entries = new();
    private readonly ConcurrentDictionary<CacheDigest, bool> questions = new();
    private readonly Lock gate = new();
    private volatile bool loaded = directory is null;

    /// <summary>Whether an entry must not be served.</summary>
    public bool Holds(EntryId id)
    {
        Load();
        return !entries.IsEmpty && entries.ContainsKey(id);
    }

    /// <summary>Whether the question of a key must not answer other questions.</summary>
    public bool HoldsQuestion(CacheDigest key)
    {
        Load();
        return !questions.IsEmpty && questions.ContainsKey(key);
    }

    public void Add(EntryId id)
    {
        Load();
        Remember(id);
        if (directory is null)
        {
            return;
        }

        try
        {
            lock (gate)
            {
                PrivateFiles.CreateDirectory(directory);
                using var file = PrivateFiles.Open(Path.Combine(directory, FileName), FileMode.Append);
                file.Write(Encoding.ASCII.GetBytes(id + Environment.NewLine));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // The entry is barred in this process all the same.
            failOpen.Report(Feature, e);
        }
    }

    private void Remember(EntryId id)
    {
        entries[id] = true;
        questions[id.Key] = true;
    }

    private void Load()
    {
        if (loaded)
        {
            return;
        }

        lock (gate)
        {
            if (loaded)
            {
                return;
            }

            try
            {
                var path = Path.Combine(directory!, FileName);
                if (File.Exists(path))
                {
                    foreach (var line in File.ReadLines(path))
                    {
                        if (EntryId.TryParse(line.Trim(), out var id))
                        {
                            Remember(id);
                        }
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
            {
                failOpen.Report(Feature, e);
            }

            loaded = true;
        }
    }
}
