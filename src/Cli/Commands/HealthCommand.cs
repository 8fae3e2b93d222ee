using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony.Cli;

/// <summary><c>parsimony health [--config FILE] [--json]</c>: the health of a configured system, as a process would find it that starts now on this machine.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("health", "Check a configuration, its cache directory and this machine's memory. Returns 1 where something is unhealthy.") { config, json };
        command.SetAction(async (parsed, _) =>
        {
            var console = parsed.InvocationConfiguration;
            await using var system = ConfigOption.BuildSystem(parsed.GetValue(config), console.Error);
            var health = new HealthFigures(system.GetRequiredService<OptimizationOrchestrator>().CreateReport().Health);
            await console.Output.WriteLineAsync(parsed.GetValue(json) ? EvalJson.Of(health) : EvalTable.Of(health));
            return health.Status == HealthStatus.Unhealthy ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }
}
