namespace Parsimony.Caching;

/// <summary>An entry whose answer may be served.</summary>
internal readonly record struct SameAnswerMatch(CacheDigest Key, MatchQuality Quality);
