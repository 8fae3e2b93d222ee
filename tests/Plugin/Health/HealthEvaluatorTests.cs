using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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

    private static async Task<IDisposable> Enter(AgentThrottle throttle) => await throttle.EnterAsync(new CallScope { Agent = "clerk" }, default);
}
