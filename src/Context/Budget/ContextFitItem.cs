namespace Parsimony.Context;

/// <summary>One item of a request with its score by part and what became of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="MessageIndexes">The indexes of its messages in the request as it came, ascending.</param>
/// <param name="Tokens">Its tokens in the request as it came.</param>
/// <param name="Score">Its score by part; all zero where nothing had to be scored.</param>
/// <param name="Decision">What became of it.</param>
public sealed record ContextFitItem(
    ContextItemKind Kind,
    IReadOnlyList<int> MessageIndexes,
    int Tokens,
    ContextScore Score,
    ContextDecision Decision)
{
    /// <summary>Gets its tokens in the fitted request: fewer than <see cref="Tokens"/> where it was shortened or compacted, 0 where it was left out.</summary>
    public int FittedTokens { get; init; } = Tokens;

    /// <summary>Gets a value indicating whether the item is in the fitted request, be it as a quote.</summary>
    public bool IsKept => Keeps(Decision);

    internal static bool Keeps(ContextDecision decision) => decision is <= ContextDecision.Compacted or ContextDecision.Quoted;
}
