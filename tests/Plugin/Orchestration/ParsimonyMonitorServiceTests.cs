using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Parsimony.Tests.Orchestration;

public class ParsimonyMonitorServiceTests
{
    private readonly TestServices services = new();

    [Fact]
    public async Task In_a_host_memory_is_looked_at_at_each_interval_without_anybody_asking()
    {
        var sink = new FakeSink();
        services.Collection.AddSingleton<IAlertSink>(sink);
        await using var provider = services.Build();
        var service = provider.GetServices<IHostedService>().Single();
        await service.StartAsync(default);

        services.Memory.Heap = 990;
        await Eventually.AdvanceUntil(services.Time, TimeSpan.FromSeconds(30), () => sink.HasMore);

        Assert.Equal(AlertKind.MemoryCritical, (await sink.NextAsync()).Kind);
        await service.StopAsync(default);
    }

    [Fact]
    public async Task With_monitoring_switched_off_it_ends_at_once()
    {
        await using var provider = services.Build(o => o.EnableMonitoring = false);
        var service = Assert.IsType<ParsimonyMonitorService>(provider.GetServices<IHostedService>().Single());

        await service.StartAsync(default);
        await service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));

        services.Memory.Heap = 990;
        services.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, services.Memory.Reads);
    }
}
