namespace Parsimony.Embeddings.Tests;

/// <summary>Tests that weigh the whole heap: nothing may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "Memory";
}
