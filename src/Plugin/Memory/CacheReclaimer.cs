using Parsimony.Caching;

namespace Parsimony;

/// <summary>The cache's first tier, if there is a cache. The service provider disposes what it made: this is no second owner of the cache.</summary>
internal sealed class CacheReclaimer(ResponseCache? cache) : IMemoryReclaimer
{
    public long Reclaim(double fraction) => cache?.Reclaim(fraction) ?? 0;
}
