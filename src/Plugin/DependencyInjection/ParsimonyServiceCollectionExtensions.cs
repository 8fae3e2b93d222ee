using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony;

/// <summary>Adds Parsimony to an app.</summary>
/// <remarks>
/// Options are validated when a host starts and, without a host, at first use: one <see cref="OptionsValidationException"/> lists every
/// mistake with its key, its value and what to write instead. A key that is unknown or has no effect is named in a warning.
/// </remarks>
public static class ParsimonyServiceCollectionExtensions
{
    /// <summary>Adds Parsimony with settings from code. The file that <c>OPTIMIZATION_CONFIG</c> names, if it is set, is read first.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Changes the settings; wins over everything else.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddParsimony(this IServiceCollection services, Action<ParsimonyOptions>? configure = null) =>
        Add(services, null, null, configure);

    /// <summary>Adds Parsimony with settings from a section of the app's configuration, with the keys of docs/configuration.md.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The section.</param>
    /// <param name="configure">Changes the settings afterwards.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddParsimony(this IServiceCollection services, IConfiguration section, Action<ParsimonyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, section, null, configure);
    }

    /// <summary>Adds Parsimony with settings from a JSON file such as samples/config/optimization.production.json.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configurationFile">The path of the file, relative to the current directory.</param>
    /// <param name="configure">Changes the settings afterwards.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddParsimony(this IServiceCollection services, string configurationFile, Action<ParsimonyOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configurationFile);
        return Add(services, null, configurationFile, configure);
    }

    internal static IServiceCollection Add(
        IServiceCollection services, IConfiguration? section, string? file, Action<ParsimonyOptions>? configure, Func<string, string?>? variables = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddSource(services, new ParsimonyOptionsSource(section, file, variables ?? Environment.GetEnvironmentVariable), isDefault: section is null && file is null);
        services.AddOptions<ParsimonyOptions>().ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ParsimonyOptions>, ParsimonyOptionsSettlement>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ParsimonyOptions>, ParsimonyOptionsValidator>(
            static s => new ParsimonyOptionsValidator(s.LoggerOf<ParsimonyOptions>())));
        AddParts(services);
        return services;
    }

    /// <summary>The source goes first, so that code wins wherever it stands; a file or section named by any call wins over the variable.</summary>
    private static void AddSource(IServiceCollection services, ParsimonyOptionsSource source, bool isDefault)
    {
        var present = services.FirstOrDefault(d => !d.IsKeyedService && d.ImplementationInstance is ParsimonyOptionsSource);
        if (present is null || !isDefault)
        {
            if (present is not null)
            {
                services.Remove(present);
            }

            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<ParsimonyOptions>>(source));
        }
    }

    private static void AddParts(IServiceCollection services)
    {
        services.TryAddSingleton(static s => new TokenCounterRegistry(s.LoggerOf<TokenCounterRegistry>()));
        services.TryAddSingleton(ParsimonyFactories.Alerts);
        services.TryAddSingleton(static s => new AlertRules(s.ParsimonyOptions().Alerts, s.GetRequiredService<AlertDispatcher>()));
        services.TryAddSingleton(ParsimonyFactories.Monitor);
        services.TryAddSingleton<IMemoryPressure>(static s => s.GetRequiredService<MemoryMonitor>());
        services.TryAddSingleton<IContextLedger>(static s => s.GetRequiredService<MemoryMonitor>());
        services.TryAddSingleton(ParsimonyFactories.Throttle);
        services.TryAddSingleton(ParsimonyFactories.Gate);
        services.TryAddSingleton(ParsimonyFactories.Fitter);
        services.TryAddSingleton<ISameAnswerJudge, LocalSameAnswerJudge>();
        services.TryAddSingleton(ParsimonyFactories.Decider);
        services.TryAddSingleton(ParsimonyFactories.Cache);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMemoryReclaimer, CacheReclaimer>(static s => new CacheReclaimer(s.ParsimonyCache())));
        services.TryAddSingleton(ParsimonyFactories.Health);
        services.TryAddSingleton(ParsimonyFactories.Orchestrator);
        services.TryAddSingleton<ParsimonyFunctions>();
        services.TryAddSingleton(static s => new PipelineWarnings(s.LoggerOf<ParsimonyChatClient>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ParsimonyMonitorService>(static s => new ParsimonyMonitorService(
            s.ParsimonyOptions(), s.GetRequiredService<OptimizationOrchestrator>, s.Clock(), s.LoggerOf<ParsimonyMonitorService>())));
    }
}
