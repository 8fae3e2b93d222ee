namespace Parsimony.Caching;

/// <summary>Which entry leaves the first tier when its bytes run out.</summary>
public enum EvictionPolicy
{
    /// <summary>The one that was not read for the longest time.</summary>
    LeastRecentlyUsed,

    /// <summary>The one that was read least often; among equals the one not read for the longest time.</summary>
    LeastFrequentlyUsed,

    /// <summary>The one that expires first.</summary>
    TimeToLive,
}
