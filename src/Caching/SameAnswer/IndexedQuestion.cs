namespace Parsimony.Caching;

/// <summary>A question in the same-answer index, and the key of its entry.</summary>
internal sealed class IndexedQuestion(long id, CacheDigest partition, CacheDigest key, string text, float[]? vector)
{
    public long Id => id;

    public CacheDigest Partition => partition;

    public CacheDigest Key => key;

    public string Text => text;

    /// <summary>Gets or sets the vector, until an index holds it.</summary>
    public float[]? Vector { get; set; } = vector;
}
