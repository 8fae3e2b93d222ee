using System.CommandLine;
using Microsoft.Extensions.Options;

namespace Parsimony.Cli;

/// <summary>The whole tool as a function of its arguments: results go to one writer, everything said about them to another.</summary>
internal static class CommandLine
{
    /// <summary>Runs the tool.</summary>
    /// <param name="args">The arguments, without the tool's name.</param>
    /// <param name="output">Receives the result and nothing else.</param>
    /// <param name="error">Receives errors, warnings and notes.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Parsimony: what a cache, a context budget and a token counter do to your own data, and how a configured system is.")
        {
            EvalCommand.Create(),
            HealthCommand.Create(),
            ReportCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
            {
                await error.WriteLineAsync(mistake.Message);
            }

            await error.WriteLineAsync("'parsimony --help' lists the commands, 'parsimony eval pairs --help' the options of one.");
            return ExitCode.Usage;
        }

        var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(console, cancellationToken);
        }
        catch (Exception problem) when (problem is InputException or OptionsValidationException)
        {
            await error.WriteLineAsync(problem.Message);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled.");
            return ExitCode.Failure;
        }
    }
}
