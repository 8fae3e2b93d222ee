namespace Parsimony.Context;

/// <summary>Counts tokens as a model's tokenizer does. Implementations are thread-safe and never change the text.</summary>
/// <remarks>
/// Text is user text: a special token's spelling (such as <c>&lt;|endoftext|&gt;</c>) counts as the ordinary characters it is written with.
/// A lone surrogate counts as U+FFFD, which is what reaches a model after UTF-8 encoding.
/// </remarks>
public abstract class TokenCounter
{
    private static readonly Lazy<TokenCounter> O200k =
        new(() => new BpeTokenCounter<O200kSplitter>("o200k_base", RankTables.Load("o200k_base")));

    private static readonly Lazy<TokenCounter> Cl100k =
        new(() => new BpeTokenCounter<Cl100kSplitter>("cl100k_base", RankTables.Load("cl100k_base")));

    /// <summary>Gets the exact counter of o200k_base: GPT-4o, GPT-4.1, GPT-5, the o series. Its table is loaded at first use.</summary>
    public static TokenCounter O200kBase => O200k.Value;

    /// <summary>Gets the exact counter of cl100k_base: GPT-4, GPT-3.5, text-embedding-3. Its table is loaded at first use.</summary>
    public static TokenCounter Cl100kBase => Cl100k.Value;

    /// <summary>Gets the name of the encoding, such as <c>o200k_base</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Counts the tokens of a text.</summary>
    /// <param name="text">The text, in UTF-16. May be empty.</param>
    /// <returns>The number of tokens, 0 for an empty text.</returns>
    public abstract int Count(ReadOnlySpan<char> text);

    /// <summary>Finds the longest prefix of a text that has at most so many tokens when it is counted alone.</summary>
    /// <param name="text">The text, in UTF-16.</param>
    /// <param name="maxTokens">The most tokens the prefix may have; 0 or more.</param>
    /// <param name="tokenCount">The tokens of the prefix, counted alone; at most <paramref name="maxTokens"/>.</param>
    /// <returns>The length of the prefix in UTF-16 code units. It never ends inside a surrogate pair.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is negative.</exception>
    public abstract int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount);

    /// <summary>Maps a text: its boundaries and the tokens between them.</summary>
    /// <param name="text">The text, in UTF-16. May be empty.</param>
    /// <returns>
    /// The map. <see cref="O200kBase"/> and <see cref="Cl100kBase"/> know a boundary about every word; a counter that does not say which
    /// pieces are independent of each other has none but the beginning and the end.
    /// </returns>
    public virtual TokenMap Map(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? new TokenMap([0], [0]) : new TokenMap([0, text.Length], [0, Count(text.AsSpan())]);
    }

    /// <summary>Counts the tokens of a string, which a counter may remember by reference.</summary>
    /// <param name="text">The text; <see langword="null"/> counts as empty.</param>
    internal virtual int Count(string? text) => Count(text.AsSpan());
}
