namespace Parsimony.Caching;

/// <summary>Makes the order that a policy names.</summary>
internal static class EvictionOrders
{
    public static IEvictionOrder Create(EvictionPolicy policy) => policy switch
    {
        EvictionPolicy.LeastRecentlyUsed => new LeastRecentlyUsedOrder(),
        EvictionPolicy.LeastFrequentlyUsed => new LeastFrequentlyUsedOrder(),
        EvictionPolicy.TimeToLive => new TimeToLiveOrder(),
        _ => throw new ArgumentOutOfRangeException(
            nameof(policy), policy, $"There is no eviction policy {policy}; use one of {string.Join(", ", Enum.GetNames<EvictionPolicy>())}."),
    };
}
