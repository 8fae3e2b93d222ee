namespace Parsimony.Caching;

/// <summary>An entry whose question may have the same answer.</summary>
internal readonly record struct SameAnswerCandidate(CacheDigest Key, string Question, double Similarity, ulong Answer);
