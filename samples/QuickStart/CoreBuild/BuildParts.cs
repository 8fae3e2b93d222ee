using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>What the two builds do differently.</summary>
internal static class BuildParts
{
    public const string ShippedTitle = ".NET as shipped";

    /// <summary>Says what this build lacks.</summary>
    public static string? Absent => "without Semantic Kernel, Microsoft.Extensions.AI and their kin (this package feed lacks them): the column of what .NET ships is empty, and Parsimony is reached through IChatClient";

    public static Column? CreateShipped(DeskPrompt prompt, Func<ModelDoor> door) => null;

    public static Column CreateParsimony(DeskPrompt prompt, ModelDoor door, ParsimonySettings settings) => new ParsimonyClientColumn(prompt, door, settings);
}
