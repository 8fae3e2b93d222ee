using Microsoft.SemanticKernel;
using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>An item of a message that the engine has no type for. The cache does not know it and so lets the call pass by.</summary>
internal sealed class UntranslatedContent(KernelContent item) : AIContent
{
    public KernelContent Item { get; } = item;
}
