namespace Parsimony.Caching;

/// <summary>A line that could not be used to warm the cache.</summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public readonly record struct WarmError(int Line, string Reason);
