namespace Parsimony.Context;

/// <summary>How short a text shall be, and what for.</summary>
/// <param name="MaxTokens">The tokens it may have; <see cref="int.MaxValue"/> asks for no more than what costs no information.</param>
/// <param name="Query">What it is wanted for.</param>
/// <param name="Counter">Counts the tokens.</param>
internal readonly record struct CompactionTarget(int MaxTokens, TextQuery Query, TokenCounter Counter)
{
    public bool IsMetBy(string text) => Counter.Count(text) <= MaxTokens;
}
