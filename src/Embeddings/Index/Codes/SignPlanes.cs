namespace Parsimony.Embeddings;

/// <summary>Which planes of the sign codes a scan reads.</summary>
internal enum SignPlanes
{
    /// <summary>Neither tells enough.</summary>
    None,

    /// <summary>The signs: half as much to read.</summary>
    Coarse,

    /// <summary>Both, for bars at which the signs alone let too much pass.</summary>
    Both,
}
