namespace Parsimony.Context;

/// <summary>
/// Finds the beginning of a text that has so many tokens without reading much more than that. A counter alone may have to read a run
/// without spaces to its end, each time anew where a text is cut into pieces.
/// </summary>
internal static class TextPrefix
{
    private const int CharactersPerToken = 4;
    private const int Growth = 4;

    /// <summary>Finds the longest prefix that has at most so many tokens when it is counted alone.</summary>
    /// <param name="counter">Counts the tokens.</param>
    /// <param name="text">The text.</param>
    /// <param name="maxTokens">The most tokens; 0 or more.</param>
    /// <param name="tokens">The tokens of the prefix.</param>
    /// <returns>Its length in UTF-16 code units; never within a surrogate pair.</returns>
    public static int Find(TokenCounter counter, ReadOnlySpan<char> text, int maxTokens, out int tokens)
    {
        for (var window = (long)CharactersPerToken * (maxTokens + 1L); window < text.Length; window *= Growth)
        {
            // What ends near the window's end may have gone on behind it.
            var length = counter.GetPrefixLength(text[..(int)window], maxTokens, out tokens);
            if (length <= window * 3 / 4)
            {
                return length;
            }
        }

        return counter.GetPrefixLength(text, maxTokens, out tokens);
    }
}
