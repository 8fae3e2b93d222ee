using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Parsimony.Caching;
using Parsimony.Tests.Configuration;

namespace Parsimony.Tests.Health;

public sealed class HealthEvaluatorTests : IAsyncDisposable
{
    private readonly TestServices services = new();
    private readonly ServiceProvider provider;
    private readonly HealthEvaluator health;

    public HealthEvaluatorTests()
    {
        provider = services.Build(o => (o.Throttle.MaxConcurrentCalls, o.Throttle.MaxDelay) = (1, TimeSpan.Zero));
        health = provider.GetRequiredService<HealthEvaluator>();
    }

    public async ValueTask DisposeAsync() => await provider.DisposeAsync();

    [Theory]
    [InlineData(0, 100, HealthStatus.Healthy)]
    [InlineData(799, 100, HealthStatus.Healthy)]
    [InlineData(800, 79, HealthStatus.Degraded)]
    [InlineData(949, 50, HealthStatus.Degraded)]
    [InlineData(950, 49, HealthStatus.Unhealthy)]
    [InlineData(1_000, 0, HealthStatus.Unhealthy)]
    public void Memory_is_healthy_below_its_warning_level_and_unhealthy_from_the_critical_one(long heap, int score, HealthStatus status)
    {
        services.Memory.Heap = heap;

        Assert.Equal((score, status), (health.Memory().Score, health.Memory().Status));
    }

    [Fact]
    public async Task The_throttle_loses_what_it_refuses_and_the_whole_is_as_healthy_as_its_weakest_part()
    {
        var throttle = provider.GetRequiredService<AgentThrottle>();
        using var busy = await Enter(throttle);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<AgentThrottledException>(() => Enter(throttle));
        }

        var whole = health.Evaluate();

        Assert.Equal((25, HealthStatus.Unhealthy), (whole.Score, whole.Status));
        Assert.Equal(["memory", "cache", "throttle"], whole.Parts.Select(p => p.Name));
        Assert.Equal([100, 100, 25], whole.Parts.Select(p => p.Score));
    }

    [Fact]
    public async Task A_disk_out_of_reach_degrades_the_cache_however_many_calls_go_well()
    {
        using var file = new TemporaryFile("no directory");

        var cache = await CacheAfterCalls(new TestServices(), o => o.Cache.Directory = Path.Combine(file.Path, "cache"));

        Assert.NotEqual(HealthStatus.Healthy, cache.Status);
        Assert.Contains("disk out of reach", cache.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_distributed_cache_makes_the_cache_unhealthy()
    {
        var failing = new TestServices();
        failing.Collection.AddSingleton<IDistributedCache, FailingDistributedCache>();

        Assert.Equal(HealthStatus.Unhealthy, (await CacheAfterCalls(failing, o => o.UseRegisteredDistributedCache = true)).Status);
    }

    [Fact]
    public async Task A_generator_of_embeddings_that_is_paused_degrades_the_cache()
    {
        var cache = await CacheAfterCalls(new TestServices(), o => o.EmbeddingGenerator = _ => new FailingGenerator());

        Assert.NotEqual(HealthStatus.Healthy, cache.Status);
        Assert.Contains("embeddings paused", cache.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_app_that_throws_costs_the_cache_nothing() =>
        Assert.Equal(100, (await CacheAfterCalls(new TestServices(), onHit: (_, _) => throw new InvalidOperationException())).Score);

    private static async Task<HealthPart> CacheAfterCalls(
        TestServices services, Action<ParsimonyOptions>? configure = null, EventHandler<CacheHitEventArgs>? onHit = null)
    {
        await using var provider = services.Build(configure);
        provider.GetRequiredService<ResponseCache>().Hit += onHit;
        var client = new FakeModel().WithParsimony(provider);
        for (var i = 0; i < 40; i++)
        {
            await client.GetResponseAsync(FakeModel.Ask($"How do I freeze card number {i / 2}?"));
        }

        return provider.GetRequiredService<HealthEvaluator>().Cache();
    }

    private static async Task<IDisposable> Enter(AgentThrottle throttle) => await throttle.EnterAsync(new CallScope { Agent = "clerk" }, default);

    private sealed class FailingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => throw new IOException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class FailingDistributedCache : IDistributedCache
    {
        public byte[]? Get(string key) => throw new IOException();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new IOException();

        public void Refresh(string key) => throw new IOException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new IOException();

        public void Remove(string key) => throw new IOException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new IOException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new IOException();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => throw new IOException();
    }
}
