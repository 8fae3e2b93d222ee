using System.Reflection;
using System.Text.Json;

namespace Parsimony;

/// <summary>Status and health, to be written down.</summary>
/// <param name="Status">What every part does and holds.</param>
/// <param name="Health">The scores.</param>
public sealed record OptimizationReport(OptimizationStatus Status, ParsimonyHealth Health)
{
    /// <summary>Gets the version of Parsimony, without build metadata.</summary>
    public string Version { get; } = Metadata(typeof(OptimizationReport).Assembly);

    /// <summary>The report as indented JSON: names in camel case, enumerations as text, times in ISO 8601. It holds no prompt, answer or key.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.OptimizationReport);

    private static string Metadata(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
