namespace Parsimony.Caching;

/// <summary>What came of warming the cache.</summary>
/// <param name="Lines">The lines read, without empty ones.</param>
/// <param name="Stored">The answers now in the cache.</param>
/// <param name="Errors">The lines that could not be used. No error quotes the line.</param>
public sealed record WarmResult(int Lines, int Stored, IReadOnlyList<WarmError> Errors);
