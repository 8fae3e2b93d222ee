namespace Parsimony.Caching;

/// <summary>The entry not read for the longest time goes first.</summary>
internal sealed class LeastRecentlyUsedOrder : IEvictionOrder
{
    private readonly EntryList entries = new();

    public void Added(L1Entry entry) => entries.Append(entry);

    public void Read(L1Entry entry)
    {
        if (entry.Next is not null)
        {
            entries.Remove(entry);
            entries.Append(entry);
        }
    }

    public void Removed(L1Entry entry) => entries.Remove(entry);

    public L1Entry? Victim(L1Entry? newcomer) => entries.First;
}
