namespace Parsimony.Embeddings;

/// <summary>How a word is set.</summary>
internal enum Casing
{
    /// <summary>All in lower case, or in a script without cases.</summary>
    Lower,

    /// <summary>One capital at the start.</summary>
    Capital,

    /// <summary>Two capitals or more and nothing else: NASA, IT.</summary>
    Upper,

    /// <summary>Capitals within: iPhone, McDonald, PhD.</summary>
    Mixed,
}
