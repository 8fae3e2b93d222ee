using System.Text;

namespace Parsimony.Context;

/// <summary>Gives terms their 64-bit numbers (FNV-1a with a last mix): the same in every process, so that scores are, too.</summary>
internal static class TermHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The term of a word in lower case, stemmed where it is written in English letters only.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        if (word.Length > Porter2Stemmer.MaxLength || word.ContainsAnyExcept(EnglishLetters))
        {
            return OfChars(word);
        }

        Span<char> stem = stackalloc char[Porter2Stemmer.MaxLength];
        word.CopyTo(stem);
        return OfChars(stem[..Porter2Stemmer.Stem(stem, word.Length)]);
    }

    /// <summary>The term of two neighbouring characters of an unspaced script; the first may be missing.</summary>
    public static ulong OfRunes(Rune first, Rune second) => Mix(((ulong)first.Value << 32 | (uint)second.Value) * Prime ^ Basis);

    private static readonly System.Buffers.SearchValues<char> EnglishLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz'");

    private static ulong OfChars(ReadOnlySpan<char> chars)
    {
        var hash = Basis;
        foreach (var c in chars)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
