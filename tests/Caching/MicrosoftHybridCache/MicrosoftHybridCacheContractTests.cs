using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching.Tests;

public class MicrosoftHybridCacheContractTests : HybridCacheContract
{
    protected override void Add(IServiceCollection services) => services.AddHybridCache(static o => o.MaximumPayloadBytes = 100 << 20);
}
