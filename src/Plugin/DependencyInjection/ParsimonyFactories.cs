using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony;

/// <summary>How the parts are put together. Each reads the validated options, so that the first part asked for reports every mistake.</summary>
internal static class ParsimonyFactories
{
    public static MemoryMonitor Monitor(IServiceProvider services)
    {
        var options = services.ParsimonyOptions();
        var monitor = new MemoryMonitor(
            options.Memory,
            () => services.GetServices<IMemoryReclaimer>(),
            services.Clock(),
            services.LoggerOf<MemoryMonitor>(),
            services.GetService<IMemorySource>() ?? new ProcessMemorySource());
        services.GetRequiredService<AlertRules>().Watch(monitor);
        return monitor;
    }

    public static AgentThrottle Throttle(IServiceProvider services)
    {
        var options = services.ParsimonyOptions();
        var throttle = new AgentThrottle(
            options.Throttle, services.GetRequiredService<MemoryMonitor>(), options.Memory, services.Clock(), services.LoggerOf<AgentThrottle>());
        services.GetRequiredService<AlertRules>().Watch(throttle);
        return throttle;
    }

    public static IAgentGate Gate(IServiceProvider services) => (IAgentGate?)services.ParsimonyThrottle() ?? OpenGate.Instance;

    public static ContextFitter Fitter(IServiceProvider services)
    {
        var options = services.ParsimonyOptions();
        var monitor = services.GetRequiredService<MemoryMonitor>();
        return new ContextFitter(
            options.Context,
            services.GetRequiredService<TokenCounterRegistry>(),
            new CombinedPressure(options.Memory, monitor),
            monitor,
            services.LoggerOf<ContextFitter>(),
            ContextGenerator(services, options),
            services.GetService<IContextCompactor>(),
            services.Clock());
    }

    public static ResponseCache Cache(IServiceProvider services)
    {
        var options = services.ParsimonyOptions();
        var generator = Generator(services, options);
        var l2 = options.UseRegisteredDistributedCache
            ? services.GetService<IDistributedCache>() ?? throw Missing("cache.useRegisteredDistributedCache", "IDistributedCache")
            : null;
        return new ResponseCache(options.Cache, generator, services.Clock(), services.LoggerOf<ResponseCache>(), l2, services.GetRequiredService<SameAnswerDecider>());
    }

    /// <summary>The policy of the same-answer search; the app's guards are asked after ours.</summary>
    public static SameAnswerDecider Decider(IServiceProvider services)
    {
        var options = services.ParsimonyOptions().Cache;
        return new SameAnswerDecider(options.ToSameAnswerOptions(), options.EnableJudge ? services.GetService<ISameAnswerJudge>() : null, services.GetServices<ISameAnswerGuard>());
    }

    public static HealthEvaluator Health(IServiceProvider services) => new(
        services.ParsimonyOptions().Memory,
        services.GetRequiredService<MemoryMonitor>(),
        services.ParsimonyThrottle(),
        services.ParsimonyCache(),
        services.Clock());

    public static AlertDispatcher Alerts(IServiceProvider services)
    {
        var options = services.ParsimonyOptions();
        return new AlertDispatcher(
            options.Alerts,
            options.Environment,
            AlertSinks.From(options.Alerts).Concat(services.GetServices<IAlertSink>()),
            services.Clock(),
            services.LoggerOf<Alert>());
    }

    public static OptimizationOrchestrator Orchestrator(IServiceProvider services) => new(
        services.ParsimonyOptions(),
        services.GetRequiredService<ContextFitter>(),
        services.ParsimonyCache(),
        services.GetRequiredService<MemoryMonitor>(),
        services.ParsimonyThrottle(),
        services.GetRequiredService<HealthEvaluator>(),
        services.GetRequiredService<AlertRules>(),
        services.Clock(),
        services.LoggerOf<OptimizationOrchestrator>());

    /// <summary>What finds candidates: the generator that the app names, else the local model; null where the very same call alone is answered.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>>? Generator(IServiceProvider services, ParsimonyOptions options) =>
        options switch
        {
            { Cache.EnableSameAnswer: false } => null,
            { EmbeddingGenerator: { } make } => make(services),
            { UseRegisteredEmbeddingGenerator: true } =>
                services.GetService<IEmbeddingGenerator<string, Embedding<float>>>()
                ?? throw Missing("cache.useRegisteredEmbeddingGenerator", "IEmbeddingGenerator<string, Embedding<float>>"),
            _ => new LocalEmbeddingGenerator(),
        };

    /// <summary>What tells how near in meaning the parts of a context are: the generator that the app names for it, else the local model.</summary>
    private static IEmbeddingGenerator<string, Embedding<float>> ContextGenerator(IServiceProvider services, ParsimonyOptions options) =>
        options switch
        {
            { ContextEmbeddingGenerator: { } make } => make(services),
            { UseRegisteredEmbeddingGeneratorForContext: true } =>
                services.GetService<IEmbeddingGenerator<string, Embedding<float>>>()
                ?? throw Missing("contextFilter.useRegisteredEmbeddingGenerator", "IEmbeddingGenerator<string, Embedding<float>>"),
            _ => new LocalEmbeddingGenerator(),
        };

    private static InvalidOperationException Missing(string key, string service) =>
        new($"{key} = true, but no {service} is registered: register one, or leave the key out.");
}
