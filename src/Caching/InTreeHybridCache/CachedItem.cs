namespace Parsimony.Caching;

/// <summary>What the in-tree cache keeps in memory: a value that all may share, or its bytes to make a copy from.</summary>
internal sealed record CachedItem<T>(T? Shared, ReadOnlyMemory<byte> Bytes, long Created, IReadOnlyList<string> Tags);
