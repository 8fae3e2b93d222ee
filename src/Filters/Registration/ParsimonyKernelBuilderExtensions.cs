using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>Adds Parsimony to a kernel.</summary>
public static class ParsimonyKernelBuilderExtensions
{
    /// <summary>
    /// Adds Parsimony to a kernel: filters, decorated AI services, a service selector in front of the app's, and the plugin
    /// "Parsimony". Call it after the AI services were registered; it may be called again, for services that came since.
    /// </summary>
    /// <param name="builder">The kernel's builder.</param>
    /// <param name="configure">Changes the settings. It runs more than once.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IKernelBuilder AddParsimony(this IKernelBuilder builder, Action<ParsimonyKernelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddParsimony(options => configure?.Invoke(new ParsimonyKernelOptions(options)));
        return builder.AddKernelParts(configure);
    }

    /// <summary>Adds Parsimony to a kernel, with the settings of a configuration section.</summary>
    /// <param name="builder">The kernel's builder.</param>
    /// <param name="configuration">The section.</param>
    /// <param name="configure">Changes the settings after they were read. It runs more than once.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IKernelBuilder AddParsimony(this IKernelBuilder builder, IConfiguration configuration, Action<ParsimonyKernelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Services.AddParsimony(configuration);
        return builder.AddParsimony(configure);
    }

    private static IKernelBuilder AddKernelParts(this IKernelBuilder builder, Action<ParsimonyKernelOptions>? configure)
    {
        var options = new ParsimonyKernelOptions(new ParsimonyOptions());
        configure?.Invoke(options);
        KernelRegistration.Add(builder.Services, KernelSwitches.Of(builder.Services, options));
        return builder;
    }
}
