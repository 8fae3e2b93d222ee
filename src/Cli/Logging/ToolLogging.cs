using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parsimony.Cli;

/// <summary>Sends what the engine warns of to standard error, so that standard output holds the result only.</summary>
internal static class ToolLogging
{
    /// <summary>Adds logging of warnings and errors.</summary>
    /// <param name="services">The engine's services.</param>
    /// <param name="writer">Where they go, one line each.</param>
    public static IServiceCollection AddToolLogging(this IServiceCollection services, TextWriter writer) =>
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new WriterLoggerProvider(writer)));
}
