using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Parsimony;

/// <summary>Fills options from a file or section, then from the environment variables; code comes after and wins.</summary>
/// <param name="section">The app's section; it takes the place of a file.</param>
/// <param name="file">The app's file.</param>
/// <param name="variables">Reads an environment variable.</param>
internal sealed class ParsimonyOptionsSource(IConfiguration? section, string? file, Func<string, string?> variables) : IConfigureOptions<ParsimonyOptions>
{
    public void Configure(ParsimonyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (section is not null)
        {
            ConfigurationReader.Read(section, options);
        }
        else if (file is not null)
        {
            OptimizationFile.Read(file, "The configuration file", options);
        }
        else if (ParsimonyVariables.Value(variables, ParsimonyVariables.OptimizationConfig) is { } path)
        {
            OptimizationFile.Read(path, ParsimonyVariables.OptimizationConfig, options);
        }

        ParsimonyVariables.Apply(options, variables);
    }
}
