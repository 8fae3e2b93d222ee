namespace Parsimony.Context;

/// <summary>A text that an app is asked to write shorter.</summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Text">The text as it came.</param>
/// <param name="MaxTokens">The most tokens that the shorter text may have, counted alone; 1 or more.</param>
/// <param name="Query">The newest user message, which says what the text is wanted for; <see langword="null"/> where there is none.</param>
/// <param name="Scope">Who calls.</param>
public sealed record ContextCompactionRequest(ContextItemKind Kind, string Text, int MaxTokens, string? Query, CallScope Scope);
