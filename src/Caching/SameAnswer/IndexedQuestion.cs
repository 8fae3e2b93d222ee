namespace Parsimony.Caching;

/// <summary>A question in the same-answer index, and the key of its entry.</summary>
internal sealed class IndexedQuestion(long id, CacheDigest partition, CacheDigest key, string text, ulong answer, float[]? vector)
{
    public long Id => id;

    public CacheDigest Partition => partition;

    public CacheDigest Key => key;

    public string Text => text;

    /// <summary>Gets what tells its answer from others, <see cref="AnswerIdentity"/>.</summary>
    public ulong Answer => answer;

    /// <summary>Gets or sets the vector, until an index holds it.</summary>
    public float[]? Vector { get; set; } = vector;
}
