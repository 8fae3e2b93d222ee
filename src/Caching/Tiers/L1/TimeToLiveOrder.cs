namespace Parsimony.Caching;

/// <summary>The entry that expires first goes first; among equals the older one. An entry without an expiration goes last.</summary>
internal sealed class TimeToLiveOrder : IEvictionOrder
{
    private readonly SortedSet<L1Entry> entries = new(
        Comparer<L1Entry>.Create(static (left, right) => (left.ExpiresTicks, left.Sequence).CompareTo((right.ExpiresTicks, right.Sequence))));

    public void Added(L1Entry entry) => entries.Add(entry);

    public void Read(L1Entry entry)
    {
    }

    public void Removed(L1Entry entry) => entries.Remove(entry);

    public L1Entry? Victim(L1Entry? newcomer) => entries.Min;
}
