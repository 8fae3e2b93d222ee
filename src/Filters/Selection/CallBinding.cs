using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>What a selector knows of the call it selects a service for.</summary>
internal sealed record CallBinding(Kernel Kernel, KernelFunction Function, KernelArguments Arguments);
