namespace Parsimony.Embeddings;

/// <summary>How sure a search must be that it saw every match.</summary>
public enum VectorSearchMode
{
    /// <summary>
    /// The default. A vector at or above the floor is found with a chance of at least 99.9 %; what is found is compared exactly, so no
    /// match is ever wrong, only missing.
    /// </summary>
    Fast,

    /// <summary>The matches are those of a scan that compares every vector, to the last bit: only what a proven bound excludes is left out.</summary>
    Exact,
}
