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
    public static void Add(IServiceCollection services, KernelSwitches switches)
    {
        var descriptors = Descriptors(services);
        var features = switches.Features;
        services.TryAddSingleton(provider => CreateEngine(provider, switches, descriptors));
        if (features.Filters)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IPromptRenderFilter, ParsimonyPromptRenderFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IFunctionInvocationFilter, ParsimonyFunctionInvocationFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IAutoFunctionInvocationFilter, ParsimonyAutoFunctionInvocationFilter>(static p => new(p.GetRequiredService<KernelEngine>())));
        }

        if (features.Decorators)
        {
            descriptors.DecorateAll();
        }

        // The filters have from the selector which service a prompt is for.
        if (features.Decorators || features.Filters)
        {
            AddSelector(services);
        }

        if (features.Plugin)
        {
            AddPlugin(services, descriptors);
        }
    }

    /// <summary>Says whether a selector was registered here.</summary>
    public static bool IsOurs(ServiceDescriptor selector) => selector.ImplementationFactory?.Target is SelectorFactory;

    private static KernelEngine CreateEngine(IServiceProvider provider, KernelSwitches switches, DecoratedDescriptors descriptors)
    {
        var options = provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;
        var loggers = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var logger = loggers.CreateLogger("Parsimony.SemanticKernel");
        switches.Report(logger);
        if (switches.Features.Decorators)
        {
            descriptors.ReportLate(logger);
        }

        return new KernelEngine(
            switches.Features,
            options.EnableCache ? provider.GetRequiredService<ResponseCache>() : null,
            options.EnableBudget ? provider.GetRequiredService<ContextFitter>() : null,
            options.EnableThrottle ? provider.GetRequiredService<IAgentGate>() : null,
            provider.GetRequiredService<TokenCounterRegistry>(),
            options.Context.ToolResultMaxTokens,
            loggers);
    }

    // All plugins are registered under one type, so this one cannot be told from others there.
    private static void AddPlugin(IServiceCollection services, DecoratedDescriptors descriptors)
    {
        if (!descriptors.HasPlugin)
        {
            descriptors.HasPlugin = true;
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
        if (last is not null && IsOurs(last))
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
}

