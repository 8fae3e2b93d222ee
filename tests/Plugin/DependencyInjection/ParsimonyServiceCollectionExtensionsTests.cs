using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Tests.Configuration;

namespace Parsimony.Tests.DependencyInjection;

public class ParsimonyServiceCollectionExtensionsTests
{
    private readonly TestServices services = new();

    [Fact]
    public async Task Every_part_can_be_resolved_and_is_one()
    {
        await using var provider = services.Build();

        Assert.NotNull(provider.GetRequiredService<ContextFitter>());
        Assert.NotNull(provider.GetRequiredService<TokenCounterRegistry>());
        Assert.NotNull(provider.GetRequiredService<OptimizationOrchestrator>());
        Assert.NotNull(provider.GetRequiredService<ParsimonyFunctions>());
        Assert.Same(provider.GetRequiredService<ResponseCache>(), provider.GetRequiredService<ResponseCache>());
        Assert.Same(provider.GetRequiredService<MemoryMonitor>(), provider.GetRequiredService<IMemoryPressure>());
        Assert.Same(provider.GetRequiredService<MemoryMonitor>(), provider.GetRequiredService<IContextLedger>());
        Assert.Same(provider.GetRequiredService<AgentThrottle>(), provider.GetRequiredService<IAgentGate>());
    }

    [Fact]
    public async Task Nothing_but_the_services_themselves_is_needed()
    {
        await using var provider = new ServiceCollection().AddParsimony().BuildServiceProvider();

        Assert.InRange(provider.GetRequiredService<OptimizationOrchestrator>().GetStatus().Memory.Pressure, 0, 1);
    }

    [Fact]
    public async Task The_variables_of_the_process_are_read()
    {
        using var file = new TemporaryFile("""{ "environment": "from the file" }""");
        (string Name, string Value)[] variables =
        [
            ("OPTIMIZATION_CONFIG", file.Path), ("CACHE_DIR", "some directory"),
            ("SLACK_WEBHOOK_URL", "https://hooks.example/a"), ("EMAIL_SERVICE_API", "https://mail.example/b"),
        ];
        var before = variables.Select(v => (v.Name, Value: Environment.GetEnvironmentVariable(v.Name))).ToArray();
        try
        {
            Array.ForEach(variables, v => Environment.SetEnvironmentVariable(v.Name, v.Value));
            await using var provider = new ServiceCollection().AddParsimony().BuildServiceProvider();

            var options = provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;

            Assert.Equal(("from the file", "some directory"), (options.Environment, options.Cache.Directory));
            Assert.Equal(("https://hooks.example/a", "https://mail.example/b"), (options.Alerts.WebhookUrl?.ToString(), options.Alerts.EmailServiceUrl?.ToString()));
        }
        finally
        {
            Array.ForEach(before, v => Environment.SetEnvironmentVariable(v.Name, v.Value));
        }
    }

    [Fact]
    public async Task Adding_it_twice_adds_it_once_and_both_changes_count()
    {
        services.Collection.AddParsimony(o => o.Environment = "one");
        await using var provider = services.Build(o => o.EnableBudget = false);

        var options = provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;

        Assert.Equal(("one", false), (options.Environment, options.EnableBudget));
        Assert.Single(provider.GetServices<IHostedService>());
        Assert.Single(provider.GetServices<IMemoryReclaimer>());
        Assert.Single(provider.GetServices<IValidateOptions<ParsimonyOptions>>());
    }

    [Fact]
    public async Task Code_wins_over_a_section_wherever_it_stands()
    {
        services.Collection.Configure<ParsimonyOptions>(o => o.Environment = "code");
        await using var provider = services.Build(section: ConfigurationTestKit.Json("""{ "environment": "section", "enableBudget": false }"""));

        var options = provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;

        Assert.Equal(("code", false), (options.Environment, options.EnableBudget));
    }

    [Fact]
    public async Task The_first_part_asked_for_without_a_host_reports_every_mistake_of_a_file()
    {
        using var file = new TemporaryFile("""{ "memory": { "alertThreshold": 5 }, "cache": { "ttlSeconds": "soon" }, "throttle": { "maxConcurrentCalls": 0 } }""");
        await using var provider = services.Build(file: file.Path);

        foreach (var part in new[] { typeof(MemoryMonitor), typeof(ResponseCache), typeof(ContextFitter), typeof(IAgentGate), typeof(ParsimonyFunctions) })
        {
            var mistakes = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService(part));
            Assert.All(
                ["memory.alertThreshold = 5", "cache.ttlSeconds = soon", "throttle.maxConcurrentCalls = 0"],
                text => Assert.Contains(text, mistakes.Message, StringComparison.Ordinal));
            Assert.Equal(3, mistakes.Failures.Count());
        }
    }

    [Fact]
    public async Task A_host_does_not_start_with_mistakes()
    {
        using var host = new HostBuilder().ConfigureServices(s => s.AddParsimony(o => o.Memory.Limit = -1)).Build();

        var mistakes = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("memory.maxMemoryUsage = -1", mistakes.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_are_logged_once_however_many_parts_read_the_options()
    {
        await using var provider = services.Build(section: ConfigurationTestKit.Json("""{ "autoTuning": true, "memroy": {"gcInterval": 5} }"""));

        provider.GetRequiredService<OptimizationOrchestrator>();
        provider.GetRequiredService<ParsimonyFunctions>();

        Assert.Single(services.Logs.Warnings, w => w.Contains("autoTuning has no effect yet", StringComparison.Ordinal));
        Assert.Single(services.Logs.Warnings, w => w.Contains("memroy.gcInterval is not a key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_switched_off_is_not_asked()
    {
        await using var provider = services.Build(o => (o.EnableCache, o.EnableThrottle, o.EnableBudget) = (false, false, false));
        services.Memory.Heap = 999;

        (await provider.GetRequiredService<IAgentGate>().EnterAsync(new CallScope { Agent = "clerk" }, default)).Dispose();

        Assert.Null(provider.ParsimonyCache());
        Assert.Null(provider.ParsimonyFitter());
        Assert.Equal(100, (await provider.GetRequiredService<OptimizationOrchestrator>().GetHealthAsync()).Parts.Single(p => p.Name == "cache").Score);
    }

    [Fact]
    public async Task When_memory_runs_short_the_cache_gives_back()
    {
        await using var provider = services.Build();
        var reclaimer = new FakeReclaimer();
        services.Collection.AddSingleton<IMemoryReclaimer>(reclaimer);
        await using var second = services.Collection.BuildServiceProvider();
        services.Memory.Heap = 900;

        Assert.Equal(MemoryLevel.Warning, second.GetRequiredService<MemoryMonitor>().Level);

        Assert.Equal([0.25], reclaimer.Shares);
    }

    [Fact]
    public async Task An_apps_own_generator_of_embeddings_is_used_only_if_the_options_say_so()
    {
        using var registered = new FakeGenerator();
        services.Collection.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(registered);
        await using var without = services.Build();
        await AskAsync(without);
        Assert.Equal(0, registered.Calls);

        await using var with = services.Build(o => o.UseRegisteredEmbeddingGenerator = true);
        await AskAsync(with);
        Assert.True(registered.Calls > 0);

        static async Task AskAsync(IServiceProvider provider)
        {
            var cache = provider.GetRequiredService<ResponseCache>();
            await cache.TryGetAsync(cache.Plan(FakeModel.Ask("How do I freeze my card?"), null, CallScope.Empty));
        }
    }

    [Fact]
    public async Task To_use_a_registered_service_that_is_not_there_is_a_mistake_that_names_the_key()
    {
        await using var generator = services.Build(o => o.UseRegisteredEmbeddingGenerator = true);
        Assert.Contains(
            "cache.useRegisteredEmbeddingGenerator",
            Assert.Throws<InvalidOperationException>(() => generator.GetRequiredService<ResponseCache>()).Message,
            StringComparison.Ordinal);

        await using var l2 = new TestServices().Build(o => o.UseRegisteredDistributedCache = true);
        Assert.Contains(
            nameof(IDistributedCache),
            Assert.Throws<InvalidOperationException>(() => l2.GetRequiredService<ResponseCache>()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_go_to_the_sinks_that_the_app_registers()
    {
        var sink = new FakeSink();
        services.Collection.AddSingleton<IAlertSink>(sink);
        await using var provider = services.Build(o => o.Environment = "test");
        services.Memory.Heap = 990;

        _ = provider.GetRequiredService<IMemoryPressure>().Pressure;

        Assert.Equal((AlertKind.MemoryCritical, "test"), await Next());

        async Task<(AlertKind, string?)> Next() => await sink.NextAsync() is var alert ? (alert.Kind, alert.Environment) : default;
    }
}
