using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony;

/// <summary>What clients and kernels take from a service provider, switches considered. Each says what to do where AddParsimony is missing.</summary>
internal static class ParsimonyServices
{
    public static ParsimonyOptions ParsimonyOptions(this IServiceProvider services) =>
        services.GetService<IEnumerable<IValidateOptions<ParsimonyOptions>>>()?.OfType<ParsimonyOptionsValidator>().Any() == true
            ? services.GetRequiredService<IOptions<ParsimonyOptions>>().Value
            : throw new InvalidOperationException("Parsimony is not registered: call services.AddParsimony(), or pass the cache or the fitter itself.");

    /// <summary>The cache, or null where it is switched off.</summary>
    public static ResponseCache? ParsimonyCache(this IServiceProvider services) =>
        services.ParsimonyOptions().EnableCache ? services.GetRequiredService<ResponseCache>() : null;

    /// <summary>The throttle, or null where it is switched off.</summary>
    public static AgentThrottle? ParsimonyThrottle(this IServiceProvider services) =>
        services.ParsimonyOptions().EnableThrottle ? services.GetRequiredService<AgentThrottle>() : null;

    /// <summary>The fitter, or null where budgets are switched off.</summary>
    public static ContextFitter? ParsimonyFitter(this IServiceProvider services) =>
        services.ParsimonyOptions().EnableBudget ? services.GetRequiredService<ContextFitter>() : null;

    /// <summary>What says what is missing from pipelines: one for an app with AddParsimony, else one for each pipeline.</summary>
    public static PipelineWarnings PipelineWarnings(this IServiceProvider services) =>
        services.GetService<PipelineWarnings>() ?? new PipelineWarnings(services.LoggerOf<ParsimonyChatClient>());

    public static TimeProvider Clock(this IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    public static ILogger<T> LoggerOf<T>(this IServiceProvider services) =>
        services.GetService<ILoggerFactory>()?.CreateLogger<T>() ?? NullLogger<T>.Instance;
}
