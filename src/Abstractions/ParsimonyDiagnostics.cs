using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Parsimony;

/// <summary>The one meter and the one activity source of Parsimony. Instruments are named <c>parsimony.*</c>; no tag ever holds a prompt or a key.</summary>
public static class ParsimonyDiagnostics
{
    /// <summary>The name of the meter and of the activity source: pass it to <c>AddMeter</c> and <c>AddSource</c>.</summary>
    public const string Name = "Parsimony";

    internal static readonly Meter Meter = new(Name);

    internal static readonly ActivitySource ActivitySource = new(Name);
}
