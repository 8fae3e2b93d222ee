using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching;

/// <summary>Registers the <see cref="HybridCache"/> of this build: the in-tree one.</summary>
internal static class HybridCacheRegistration
{
    public static void Add(IServiceCollection services) => services.AddSingleton<HybridCache, InTreeHybridCache>();
}
