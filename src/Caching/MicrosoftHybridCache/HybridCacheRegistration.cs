using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching;

/// <summary>Registers the <see cref="HybridCache"/> of this build: Microsoft's.</summary>
internal static class HybridCacheRegistration
{
    private const long LargestPayload = 1L << 30;

    public static void Add(IServiceCollection services) => services.AddHybridCache(static options =>
    {
        // The tiers have bounds of their own; this one would silently turn large answers away.
        options.MaximumPayloadBytes = LargestPayload;
        options.MaximumKeyLength = 1024;
    });
}
