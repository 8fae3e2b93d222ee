using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// What a list of tools was made of when it was counted. A tool's schema is taken to stay what it is; its name and description are
/// looked at again. It is remembered by the list's first tool.
/// </summary>
internal sealed class ToolsSnapshot(IList<AITool> tools, int tokens)
{
    // Weak, all but the first, which the snapshot lives by: one tool must not keep others alive.
    private readonly (WeakReference<AITool> Tool, string Name, string Description)[] tools =
        [.. tools.Select(static tool => (new WeakReference<AITool>(tool), tool.Name, tool.Description))];

    /// <summary>Gets the tokens of the tools' declarations.</summary>
    public int Tokens => tokens;

    /// <summary>Says whether a list is made of the same tools.</summary>
    public bool IsOf(IList<AITool> others)
    {
        if (others.Count != tools.Length)
        {
            return false;
        }

        for (var i = 0; i < tools.Length; i++)
        {
            var (tool, name, description) = tools[i];
            if (!tool.TryGetTarget(out var same) || !ReferenceEquals(same, others[i])
                || !string.Equals(same.Name, name, StringComparison.Ordinal)
                || !string.Equals(same.Description, description, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
