namespace Parsimony.Embeddings;

/// <summary>The hash by which the weights know a word: FNV-1a, 64 bits, over UTF-16 code units; the same on every platform.</summary>
internal static class WordHash
{
    public const ulong Offset = 14695981039346656037;
    public const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
