namespace Parsimony.Caching;

/// <summary>A question in the same-answer index, and the key of its entry.</summary>
internal sealed record IndexedQuestion(long Id, CacheDigest Partition, CacheDigest Key, string Text, float[]? Vector);
