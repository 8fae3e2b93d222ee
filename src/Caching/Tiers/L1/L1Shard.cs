using Microsoft.Extensions.Caching.Memory;

namespace Parsimony.Caching;

/// <summary>A part of the memory tier with a lock and a bound of its own.</summary>
internal sealed class L1Shard(long maxBytes, IEvictionOrder order)
{
    private readonly Lock gate = new();
    private readonly Dictionary<object, L1Entry> entries = [];
    private long bytes;
    private long sequence;

    public (long Bytes, int Entries) Total
    {
        get
        {
            lock (gate)
            {
                return (bytes, entries.Count);
            }
        }
    }

    public bool TryGet(object key, long now, out object? value)
    {
        L1Entry? expired;
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                value = null;
                return false;
            }

            if (!entry.IsExpired(now))
            {
                order.Read(entry);
                value = entry.Value;
                return true;
            }

            Drop(expired = entry);
        }

        expired.Announce(EvictionReason.Expired);
        value = null;
        return false;
    }

    /// <summary>Takes an entry in and makes room for it.</summary>
    /// <returns>Whether it is in now, and how many entries left for want of space, the new one among them if it is larger than the shard.</returns>
    public (bool Kept, int Evicted) Put(L1Entry entry)
    {
        L1Entry? replaced;
        List<L1Entry>? evicted = null;
        var kept = false;
        lock (gate)
        {
            if (entries.TryGetValue(entry.Key, out replaced))
            {
                Drop(replaced);
            }

            if (entry.Charge > maxBytes)
            {
                evicted = [entry];
            }
            else
            {
                entry.Sequence = ++sequence;
                evicted = MakeRoom(maxBytes - entry.Charge, entry);
                kept = evicted?.Contains(entry) != true;
                if (kept)
                {
                    entries.Add(entry.Key, entry);
                    order.Added(entry);
                    bytes += entry.Charge;
                }
            }
        }

        replaced?.Announce(EvictionReason.Replaced);
        return (kept, Announce(evicted));
    }

    public void Remove(object key)
    {
        L1Entry? entry;
        lock (gate)
        {
            if (!entries.TryGetValue(key, out entry))
            {
                return;
            }

            Drop(entry);
        }

        entry.Announce(EvictionReason.Removed);
    }

    /// <summary>Evicts until only a part is left.</summary>
    /// <returns>The bytes given back and the entries that left.</returns>
    public (long Bytes, int Entries) Shrink(double keep)
    {
        List<L1Entry>? evicted;
        long before;
        lock (gate)
        {
            before = bytes;
            evicted = MakeRoom((long)(before * keep), null);
        }

        var freed = evicted?.Sum(static e => e.Charge) ?? 0;
        return (freed, Announce(evicted));
    }

    public void DropExpired(long now)
    {
        List<L1Entry> expired;
        lock (gate)
        {
            expired = [.. entries.Values.Where(e => e.IsExpired(now))];
            expired.ForEach(Drop);
        }

        expired.ForEach(static e => e.Announce(EvictionReason.Expired));
    }

    public object[] Keys()
    {
        lock (gate)
        {
            return [.. entries.Keys];
        }
    }

    private static int Announce(List<L1Entry>? evicted)
    {
        evicted?.ForEach(static e => e.Announce(EvictionReason.Capacity));
        return evicted?.Count ?? 0;
    }

    private List<L1Entry>? MakeRoom(long target, L1Entry? newcomer)
    {
        List<L1Entry>? evicted = null;
        while (bytes > target && order.Victim(newcomer) is { } victim)
        {
            (evicted ??= []).Add(victim);
            if (ReferenceEquals(victim, newcomer))
            {
                break;
            }

            Drop(victim);
        }

        return evicted;
    }

    private void Drop(L1Entry entry)
    {
        entries.Remove(entry.Key);
        order.Removed(entry);
        bytes -= entry.Charge;
    }
}
