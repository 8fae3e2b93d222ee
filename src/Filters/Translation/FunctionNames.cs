using System.Buffers;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>The names of a function in a plugin.</summary>
internal static class FunctionNames
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>A function's name as a tool: the one that Semantic Kernel gives it among <c>ChatOptions.Tools</c>, whatever a connector sends.</summary>
    public static string OfTool(string? plugin, string name) => string.IsNullOrEmpty(plugin) ? name : $"{plugin}_{name}";

    /// <summary>A function's name as an agent.</summary>
    public static string OfAgent(string? plugin, string name) => string.IsNullOrEmpty(plugin) ? name : $"{plugin}-{name}";

    /// <summary>Finds plugin and function of a tool's name; without a kernel that has them it is all the function's.</summary>
    public static (string? Plugin, string Name) Split(string tool, Kernel? kernel)
    {
        foreach (var plugin in kernel?.Plugins ?? [])
        {
            if (tool.Length > plugin.Name.Length && tool[plugin.Name.Length] == '_' && tool.StartsWith(plugin.Name, StringComparison.Ordinal) &&
                plugin.TryGetFunction(tool[(plugin.Name.Length + 1)..], out var function))
            {
                return (plugin.Name, function.Name);
            }
        }

        return (null, tool);
    }

    /// <summary>Says whether a name was made up by Semantic Kernel for a function that was given none: it ends in a random id.</summary>
    public static bool IsMadeUp(string name) =>
        name.Length > 33 && name[^33] == '_' && name.AsSpan(name.Length - 32).IndexOfAnyExcept(HexDigits) < 0;
}
