namespace Parsimony.Caching;

/// <summary>An answer to serve, and the entry it was made of: others who wait for it get their own copy.</summary>
internal sealed record FoundAnswer(CachedAnswer Answer, FoundEntry Found);
