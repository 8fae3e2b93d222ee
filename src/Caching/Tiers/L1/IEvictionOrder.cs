namespace Parsimony.Caching;

/// <summary>The order in which the entries of one shard leave. Called under the shard's lock only.</summary>
internal interface IEvictionOrder
{
    /// <summary>An entry came in.</summary>
    void Added(L1Entry entry);

    /// <summary>An entry was read.</summary>
    void Read(L1Entry entry);

    /// <summary>An entry went, for whatever reason.</summary>
    void Removed(L1Entry entry);

    /// <summary>The entry to evict next.</summary>
    /// <param name="newcomer">The entry that room is made for; an order that admits selectively may answer with it.</param>
    L1Entry? Victim(L1Entry? newcomer);
}
