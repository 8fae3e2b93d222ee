namespace Parsimony.Context;

/// <summary>What an app answered for a text.</summary>
/// <param name="Text">The answer; <see langword="null"/> where it left the text to us.</param>
/// <param name="MaxTokens">How short it was asked to be.</param>
internal sealed record AppText(string? Text, int MaxTokens);
