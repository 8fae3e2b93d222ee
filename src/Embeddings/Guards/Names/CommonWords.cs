namespace Parsimony.Embeddings;

/// <summary>Ordinary English words of Open English WordNet. Only their hashes are held: one unknown word in 150,000 is taken for one of them by chance.</summary>
internal static class CommonWords
{
    private static readonly Lazy<HashSet<uint>> Hashes = new(static () =>
        [.. GuardResource.Lines("common-words.br").Select(static word => Hash(Stems.Of(word)))]);

    /// <summary>Whether a word is an ordinary one, by its stem.</summary>
    public static bool Contain(string stem) => Hashes.Value.Contains(Hash(stem));

    // FNV-1a
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
