namespace Parsimony.Caching;

/// <summary>An entry that was read, and the tier that held it.</summary>
internal readonly record struct StoredEntry(ReadOnlyMemory<byte> Payload, CacheTier Tier);
