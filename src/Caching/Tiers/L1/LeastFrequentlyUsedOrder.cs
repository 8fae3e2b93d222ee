namespace Parsimony.Caching;

/// <summary>The entry read least often goes first, among equals the one not read for the longest time. All steps take constant time.</summary>
internal sealed class LeastFrequentlyUsedOrder : IEvictionOrder
{
    private readonly LinkedList<Bucket> buckets = new();

    public void Added(L1Entry entry) => Insert(entry, after: null, frequency: 1);

    public void Read(L1Entry entry)
    {
        var node = (LinkedListNode<Bucket>)entry.OrderState!;
        node.Value.Entries.Remove(entry);
        Insert(entry, node, node.Value.Frequency + 1);
        DropIfEmpty(node);
    }

    public void Removed(L1Entry entry)
    {
        var node = (LinkedListNode<Bucket>)entry.OrderState!;
        node.Value.Entries.Remove(entry);
        DropIfEmpty(node);
        entry.OrderState = null;
    }

    public L1Entry? Victim(L1Entry? newcomer) => buckets.First?.Value.Entries.First;

    private void Insert(L1Entry entry, LinkedListNode<Bucket>? after, long frequency)
    {
        var next = after is null ? buckets.First : after.Next;
        if (next is null || next.Value.Frequency != frequency)
        {
            var bucket = new Bucket(frequency);
            next = after is null ? buckets.AddFirst(bucket) : buckets.AddAfter(after, bucket);
        }

        next.Value.Entries.Append(entry);
        entry.OrderState = next;
    }

    private void DropIfEmpty(LinkedListNode<Bucket> node)
    {
        if (node.Value.Entries.IsEmpty)
        {
            buckets.Remove(node);
        }
    }

    private sealed class Bucket(long frequency)
    {
        public long Frequency { get; } = frequency;

        public EntryList Entries { get; } = new();
    }
}
