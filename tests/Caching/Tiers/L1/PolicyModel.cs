namespace Parsimony.Caching.Tests;

/// <summary>The eviction policies at their plainest: a list that is sorted anew for every eviction.</summary>
internal sealed class PolicyModel(EvictionPolicy policy, int capacity)
{
    private readonly List<Item> items = [];
    private int clock;

    public IEnumerable<string> Keys => items.Select(static i => i.Key);

    public void Put(string key, int life)
    {
        Remove(key);
        while (items.Count >= capacity)
        {
            items.Remove(policy switch
            {
                EvictionPolicy.LeastRecentlyUsed => items.MinBy(static i => i.LastRead)!,
                EvictionPolicy.LeastFrequentlyUsed => items.MinBy(static i => (i.Reads, i.LastRead))!,
                _ => items.MinBy(static i => (i.Life, i.Arrived))!,
            });
        }

        items.Add(new(key, life, ++clock) { LastRead = clock });
    }

    public bool Read(string key)
    {
        if (items.Find(i => i.Key == key) is not { } item)
        {
            return false;
        }

        item.LastRead = ++clock;
        item.Reads++;
        return true;
    }

    public void Remove(string key) => items.RemoveAll(i => i.Key == key);

    private sealed class Item(string key, int life, int arrived)
    {
        public string Key { get; } = key;

        public int Life { get; } = life;

        public int Arrived { get; } = arrived;

        public int LastRead { get; set; }

        public int Reads { get; set; }
    }
}
