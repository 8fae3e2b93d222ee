namespace Parsimony;

/// <summary>What an agent is told when it asks how large its context should be.</summary>
/// <param name="Agent">The agent; <see langword="null"/> where none was named.</param>
/// <param name="Tokens">Tokens for all messages of a request.</param>
/// <param name="MemoryPressure">0 to 1.</param>
public sealed record ContextRecommendation(string? Agent, int Tokens, double MemoryPressure);
