using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Cli;

/// <summary><c>parsimony report [--config FILE]</c>: what a configured system holds, its disk tiers included, as one JSON object.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var command = new Command("report", "Print status and health as JSON: memory, what the cache directory holds, throttles.") { config };
        command.SetAction(async (parsed, _) =>
        {
            var console = parsed.InvocationConfiguration;
            await using var system = ConfigOption.BuildSystem(parsed.GetValue(config), console.Error);
            await console.Output.WriteLineAsync(system.GetRequiredService<OptimizationOrchestrator>().CreateReport().ToJson());
            return ExitCode.Success;
        });
        return command;
    }
}
