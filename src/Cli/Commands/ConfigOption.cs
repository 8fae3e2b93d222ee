using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Cli;

/// <summary>The option <c>--config</c> and the system that it configures.</summary>
internal static class ConfigOption
{
    public static Option<string?> Create() => new("--config")
    {
        Description = $"The configuration file. By default the one that {ParsimonyVariables.OptimizationConfig} names, else the defaults.",
    };

    /// <summary>Builds what the file configures. Nothing runs in the background, and nobody is alerted: looking must not page anyone.</summary>
    /// <param name="file">The file, or <see langword="null"/> for the one that the variable names.</param>
    /// <param name="log">Where warnings go.</param>
    public static ServiceProvider BuildSystem(string? file, TextWriter log)
    {
        var services = new ServiceCollection().AddToolLogging(log);
        _ = file is null ? services.AddParsimony(Quiet) : services.AddParsimony(file, Quiet);
        return services.BuildServiceProvider();
    }

    private static void Quiet(ParsimonyOptions options) => options.Alerts.Enabled = false;
}
