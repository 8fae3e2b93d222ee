namespace Parsimony.Embeddings;

/// <summary>How sure it is that a word is a name.</summary>
internal enum NameStrength
{
    /// <summary>An ordinary word.</summary>
    None,

    /// <summary>A word that may be one: unknown, or a name and an ordinary word.</summary>
    Maybe,

    /// <summary>A well-known name, or a word with a capital where only names have one.</summary>
    Sure,
}
