using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>Registers what a kernel looks for in its services.</summary>
internal static class KernelRegistration
{
    public static void Add(IServiceCollection services, KernelFeatures features)
    {
        var descriptors = Descriptors(services);
        services.TryAddSingleton(provider => CreateEngine(provider, features, descriptors));
        if (features.Filters)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IPromptRenderFilter, ParsimonyPromptRenderFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IFunctionInvocationFilter, ParsimonyFunctionInvocationFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IAutoFunctionInvocationFilter, ParsimonyAutoFunctionInvocationFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
        }

        if (features.Decorators)
        {
            descriptors.DecorateAll();
            AddSelector(services);
        }

        if (features.Plugin)
        {
            AddPlugin(services);
        }
    }

    private static KernelEngine CreateEngine(IServiceProvider provider, KernelFeatures features, DecoratedDescriptors descriptors)
    {
        var options = provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;
        var loggers = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        if (features.Decorators)
        {
            descriptors.ReportLateServices(loggers.CreateLogger("Parsimony.SemanticKernel"));
        }

        return new KernelEngine(
            features,
            options.EnableCache ? provider.GetRequiredService<ResponseCache>() : null,
            options.EnableBudget ? provider.GetRequiredService<ContextFitter>() : null,
            options.EnableThrottle ? provider.GetRequiredService<IAgentGate>() : null,
            provider.GetRequiredService<TokenCounterRegistry>(),
            options.Context.ToolResultMaxTokens,
            loggers);
    }

    private static void AddPlugin(IServiceCollection services)
    {
        if (!services.Any(static d => d.ServiceType == typeof(PluginMark)))
        {
            services.AddSingleton<PluginMark>();
            services.AddSingleton(static provider => ParsimonyKernelPlugin.Create(provider.GetRequiredService<ParsimonyFunctions>()));
        }
    }

    // What was decorated is remembered with the services, so that a second call decorates what came since, and only that.
    private static DecoratedDescriptors Descriptors(IServiceCollection services)
    {
        if (services.FirstOrDefault(static d => d.ServiceType == typeof(DecoratedDescriptors))?.ImplementationInstance is DecoratedDescriptors known)
        {
            return known;
        }

        var descriptors = new DecoratedDescriptors(services);
        services.AddSingleton(descriptors);
        return descriptors;
    }

    // The kernel asks for one selector and gets the last: the app's is asked by ours.
    private static void AddSelector(IServiceCollection services)
    {
        var last = services.LastOrDefault(static d => d.ServiceType == typeof(IAIServiceSelector) && !d.IsKeyedService);
        if (last?.ImplementationFactory?.Target is SelectorFactory)
        {
            return;
        }

        services.Add(new ServiceDescriptor(typeof(IAIServiceSelector), new SelectorFactory(last).Create, last?.Lifetime ?? ServiceLifetime.Singleton));
    }

    private sealed class SelectorFactory(ServiceDescriptor? app)
    {
        public ParsimonyServiceSelector Create(IServiceProvider provider) =>
            new ParsimonyServiceSelector(app is null ? null : (IAIServiceSelector)DecoratedDescriptors.Inner(app, provider, null), provider.GetRequiredService<KernelEngine>());
    }

    /// <summary>Says that the plugin is registered; all plugins are registered under the same type.</summary>
    private sealed class PluginMark;
}
