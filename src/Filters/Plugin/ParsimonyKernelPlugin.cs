using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>The functions of <see cref="ParsimonyFunctions"/> as a kernel's plugin.</summary>
public static class ParsimonyKernelPlugin
{
    /// <summary>The plugin's name.</summary>
    public const string Name = "Parsimony";

    /// <summary>Makes the plugin.</summary>
    /// <param name="functions">The functions.</param>
    /// <returns>A plugin with the name <see cref="Name"/>.</returns>
    public static KernelPlugin Create(ParsimonyFunctions functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return KernelPluginFactory.CreateFromFunctions(Name, functions.AsAIFunctions().Select(static f => f.AsKernelFunction()));
    }
}
