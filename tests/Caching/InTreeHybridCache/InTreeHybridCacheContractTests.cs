using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching.Tests;

public class InTreeHybridCacheContractTests : HybridCacheContract
{
    protected override void Add(IServiceCollection services) => services.AddSingleton<HybridCache, InTreeHybridCache>();
}
