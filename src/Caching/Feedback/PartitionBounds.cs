using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>
/// How much stricter than the policy a partition has become: each entry that was reported as a false hit halves the errors it may
/// still make. What the users of one app or tenant report costs no other partition a hit.
/// </summary>
/// <remarks>
/// With a cache directory the reports are a file, a partition and an entry id a line: <see cref="SharedLines"/>. Without one, or where the
/// disk fails, they hold in this process.
/// </remarks>
internal sealed class PartitionBounds
{
    // A millionth of the budget: nothing is that sure.
    private const int MostHalvings = 20;

    private readonly ConcurrentDictionary<CacheDigest, ConcurrentDictionary<EntryId, bool>> reports = new();
    private readonly SharedLines lines;

    public PartitionBounds(string? directory, TimeProvider time, FailOpen failOpen) =>
        lines = new SharedLines(directory, "same-answer-bounds.txt", "cache.bounds", Read, time, failOpen);

    /// <summary>Gets how many partitions have become stricter.</summary>
    public int Count
    {
        get
        {
            lines.Look();
            return reports.Count;
        }
    }

    /// <summary>What is left to a partition of the errors that it might make, 0 to 1: a half for each report.</summary>
    public double ShareOf(CacheDigest partition)
    {
        lines.Look();
        return reports.IsEmpty || !reports.TryGetValue(partition, out var reported) ? 1 : Math.ScaleB(1, -Math.Min(reported.Count, MostHalvings));
    }

    /// <summary>Halves what a partition may do wrong. The same entry counts once, whoever reports it.</summary>
    public void Tighten(CacheDigest partition, EntryId reported)
    {
        Remember(partition, reported);
        lines.Append($"{partition} {reported}");
    }

    private void Read(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank > 0 && CacheDigest.TryParse(line.AsSpan(0, blank), out var partition) && EntryId.TryParse(line[(blank + 1)..], out var reported))
        {
            Remember(partition, reported);
        }
    }

    private void Remember(CacheDigest partition, EntryId reported) => reports.GetOrAdd(partition, static _ => new())[reported] = true;
}
