namespace Parsimony.Caching;

/// <summary>A doubly linked list through the entries themselves: moving an entry costs no allocation.</summary>
internal sealed class EntryList
{
    private L1Entry? last;

    public L1Entry? First { get; private set; }

    public bool IsEmpty => First is null;

    public void Append(L1Entry entry)
    {
        entry.Previous = last;
        entry.Next = null;
        if (last is null)
        {
            First = entry;
        }
        else
        {
            last.Next = entry;
        }

        last = entry;
    }

    public void Remove(L1Entry entry)
    {
        if (entry.Previous is null)
        {
            First = entry.Next;
        }
        else
        {
            entry.Previous.Next = entry.Next;
        }

        if (entry.Next is null)
        {
            last = entry.Previous;
        }
        else
        {
            entry.Next.Previous = entry.Previous;
        }

        entry.Previous = entry.Next = null;
    }
}
