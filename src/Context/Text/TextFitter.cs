namespace Parsimony.Context;

/// <summary>Shortens plain text to a number of tokens by keeping its best passages, in their order, and marking what was left out.</summary>
public static class TextFitter
{
    /// <summary>Shortens a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxTokens">The most tokens that the result may have, counted alone; 0 or more.</param>
    /// <param name="query">What the text is wanted for: passages that have to do with it stay. Without it, the beginning and the end stay.</param>
    /// <param name="counter">Counts the tokens.</param>
    /// <returns>
    /// <paramref name="text"/> itself where it fits; else its best passages with a mark wherever something was left out (no mark where there
    /// is no room for one).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is negative.</exception>
    public static string FitText(string text, int maxTokens, string? query, TokenCounter counter) => throw new NotSupportedException();
}
