using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parsimony.SemanticKernel;

/// <summary>
/// The switches of one builder. The first AddParsimony throws them: a filter or a decorator that is registered cannot be taken back,
/// and a kernel in use may have it. A later call that asks for something else is told once, by a warning.
/// </summary>
internal sealed class KernelSwitches(KernelFeatures features)
{
    private string? refused;

    public KernelFeatures Features => features;

    /// <summary>The switches that were thrown for these services, or now are.</summary>
    public static KernelSwitches Of(IServiceCollection services, ParsimonyKernelOptions asked)
    {
        if (services.FirstOrDefault(static d => d.ServiceType == typeof(KernelSwitches))?.ImplementationInstance is KernelSwitches known)
        {
            known.Ask(asked);
            return known;
        }

        var switches = new KernelSwitches(new(asked.UseFilters, asked.UseDecorators, asked.UsePlugin));
        services.AddSingleton(switches);
        return switches;
    }

    /// <summary>Names, in one warning, what later calls asked for in vain.</summary>
    public void Report(ILogger logger)
    {
        if (Interlocked.Exchange(ref refused, null) is { } settings)
        {
            Log.SwitchedAgain(logger, settings);
        }
    }

    private void Ask(ParsimonyKernelOptions asked)
    {
        List<string> settings = [];
        if (asked.FiltersAsked is { } filters && filters != features.Filters)
        {
            settings.Add($"{nameof(asked.UseFilters)} = {filters}");
        }

        if (asked.DecoratorsAsked is { } decorators && decorators != features.Decorators)
        {
            settings.Add($"{nameof(asked.UseDecorators)} = {decorators}");
        }

        // One that was left out can still come in.
        if (asked.PluginAsked == false && features.Plugin)
        {
            settings.Add($"{nameof(asked.UsePlugin)} = {false}");
        }

        features = features with { Plugin = features.Plugin || asked.PluginAsked == true };
        if (settings.Count > 0)
        {
            Volatile.Write(ref refused, string.Join(", ", settings));
        }
    }
}
