using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>What the two builds do differently.</summary>
internal static class BuildParts
{
    public const string ShippedTitle = ".NET as shipped";

    /// <summary>Says what this build lacks.</summary>
    public static string? Absent => null;

    public static Column? CreateShipped(DeskPrompt prompt, Func<ModelDoor> door) => new ShippedColumn(prompt, door());

    public static Column CreateParsimony(DeskPrompt prompt, ModelDoor door, ParsimonySettings settings) => new ParsimonyKernelColumn(prompt, door, settings);
}
