namespace Parsimony.Context;

/// <summary>
/// The English ("Porter2") stemming algorithm of the Snowball project, after its published description: brings the inflected forms of an
/// English word to one stem, which need not be a word.
/// </summary>
internal static class Porter2Stemmer
{
    /// <summary>The longest word that is stemmed; longer ones are hardly English.</summary>
    public const int MaxLength = 64;

    /// <summary>Stems a word in place.</summary>
    /// <param name="buffer">The word in lower-case ASCII letters and apostrophes.</param>
    /// <param name="length">The length of the word.</param>
    /// <returns>The length of the stem, which begins where the word began.</returns>
    public static int Stem(Span<char> buffer, int length)
    {
        if (length <= 2 || length > MaxLength)
        {
            return length;
        }

        if (buffer[0] == '\'')
        {
            buffer[1..length].CopyTo(buffer);
            length--;
        }

        if (Porter2Exceptions.TryStem(buffer, ref length))
        {
            return length;
        }

        var word = new Porter2Word(buffer, length);
        word.MarkConsonantY();
        word.FindRegions();
        Porter2Inflections.RemovePossessive(ref word);
        Porter2Inflections.RemovePlural(ref word);
        if (!Porter2Exceptions.IsFinal(word.Text))
        {
            Porter2Inflections.RemovePastAndGerund(ref word);
            Porter2Inflections.ReplaceFinalY(ref word);
            Porter2Suffixes.ReduceDerived(ref word);
            Porter2Suffixes.ReduceFormed(ref word);
            Porter2Suffixes.RemoveLast(ref word);
            Porter2Suffixes.RemoveFinalEOrL(ref word);
        }

        word.Text.Replace('Y', 'y');
        return word.Length;
    }

    /// <summary>Stems a word.</summary>
    /// <param name="word">The word in lower-case ASCII letters and apostrophes.</param>
    public static string Stem(string word)
    {
        Span<char> buffer = stackalloc char[word.Length];
        word.CopyTo(buffer);
        return new string(buffer[..Stem(buffer, word.Length)]);
    }
}
