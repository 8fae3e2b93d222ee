namespace Parsimony;

/// <summary>
/// An embedding model in this process that answers in microseconds, so that a caller may ask for every text of every request and for
/// single words. A generator of embeddings that is one offers it through <c>GetService</c>. Safe for many threads; the same input gives
/// the same numbers.
/// </summary>
public interface ILocalEmbedding
{
    /// <summary>Gets the number of components of an embedding.</summary>
    int Dimensions { get; }

    /// <summary>Gets how many words the model knows. Their ids are 0 to one less.</summary>
    int WordCount { get; }

    /// <summary>Embeds a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="destination">Receives <see cref="Dimensions"/> components of a vector of length 1, or zeros.</param>
    /// <returns>Whether the vector has a direction.</returns>
    bool Embed(ReadOnlySpan<char> text, Span<float> destination);

    /// <summary>Finds a word.</summary>
    /// <param name="word">One word, in lower case.</param>
    /// <returns>Its id, or -1 where the model does not know it.</returns>
    int FindWord(ReadOnlySpan<char> word);

    /// <summary>Compares a word with others.</summary>
    /// <param name="word">The id of a word.</param>
    /// <param name="others">The ids of other words.</param>
    /// <param name="cosines">Receives the cosine of the two words' vectors, -1 to 1, for each of <paramref name="others"/>.</param>
    void CompareWords(int word, ReadOnlySpan<int> others, Span<float> cosines);
}
