namespace Parsimony.SemanticKernel;

/// <summary>Which of the ways into a kernel are used.</summary>
internal sealed record KernelFeatures(bool Filters, bool Decorators, bool Plugin);
