using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>Which messages of a request a fit kept.</summary>
internal static class ContextFitExtensions
{
    /// <summary>The index, in the request as it came, of each message of <see cref="ContextFit.Messages"/>.</summary>
    public static List<int> KeptIndexes(this ContextFit fit) =>
        [.. fit.Items.Where(static i => i.IsKept).SelectMany(static i => i.MessageIndexes).Order()];
}
