using System.Diagnostics.CodeAnalysis;

namespace Parsimony.Context;

/// <summary>
/// A bounded memory of computed values: a young and an old generation. When the young one is full it becomes the old one and the old
/// one is forgotten; what is asked for moves to the young one. Thread-safe.
/// </summary>
/// <param name="capacity">The most weight a generation holds; all in all twice as much is held.</param>
internal sealed class GenerationalCache<TKey, TValue>(long capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, (TValue Value, int Weight)> young = [];
    private Dictionary<TKey, (TValue Value, int Weight)> old = [];
    private long weight;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out var entry))
            {
                value = entry.Value;
                return true;
            }

            if (old.Remove(key, out entry))
            {
                Add(key, entry.Value, entry.Weight);
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public void Set(TKey key, TValue value, int valueWeight)
    {
        lock (gate)
        {
            Add(key, value, valueWeight);
        }
    }

    /// <summary>Sets a value in the place of the one that may be there.</summary>
    public void Replace(TKey key, TValue value, int valueWeight)
    {
        lock (gate)
        {
            old.Remove(key);
            if (young.Remove(key, out var entry))
            {
                weight -= entry.Weight;
            }

            Add(key, value, valueWeight);
        }
    }

    private void Add(TKey key, TValue value, int valueWeight)
    {
        if (weight + valueWeight > capacity && young.Count > 0)
        {
            // Generations change places and keep their buckets, so that a full cache allocates nothing.
            (old, young) = (young, old);
            young.Clear();
            weight = 0;
        }

        if (young.TryAdd(key, (value, valueWeight)))
        {
            weight += valueWeight;
        }
    }
}
