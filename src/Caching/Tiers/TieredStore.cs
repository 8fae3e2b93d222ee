using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

internal static class TieredStore
{
    /// <summary>Opens the tiers that the options ask for. A distributed cache given here takes the place of the disk tiers.</summary>
    public static ITieredStore Create(ResponseCacheOptions options, TimeProvider timeProvider, ILogger logger, IDistributedCache? l2) =>
        throw new NotSupportedException();
}
