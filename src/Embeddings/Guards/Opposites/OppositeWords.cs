namespace Parsimony.Embeddings;

/// <summary>Which stems are opposites: of the project's own list and, in place only, of Open English WordNet and the counter-fitting lexica.</summary>
internal static class OppositeWords
{
    private static readonly Lazy<Dictionary<string, string[]>> Everywhere = new(static () => Read(Section.Everywhere));
    private static readonly Lazy<Dictionary<string, string[]>> InPlace = new(static () => Read(Section.InPlace));

    private enum Section
    {
        Everywhere,
        InPlace,
    }

    /// <summary>Whether two stems are opposites wherever they stand.</summary>
    public static bool Are(string stem, string other) => Has(Everywhere.Value, stem, other);

    /// <summary>Whether two stems are opposites where one stands in the other's place.</summary>
    public static bool AreInPlace(string stem, string other) => Has(InPlace.Value, stem, other);

    /// <summary>Whether a stem has an opposite at all.</summary>
    public static bool Has(string stem) => Everywhere.Value.ContainsKey(stem) || InPlace.Value.ContainsKey(stem);

    private static bool Has(Dictionary<string, string[]> opposites, string stem, string other) =>
        opposites.TryGetValue(stem, out var others) && Array.IndexOf(others, other) >= 0;

    private static Dictionary<string, string[]> Read(Section section)
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var at = Section.Everywhere;
        foreach (var line in GuardResource.Lines("opposites.txt"))
        {
            if (line == "---")
            {
                at = Section.InPlace;
            }
            else if (at == section)
            {
                var words = line.Split(' ').Select(WordReader.StemOf).ToArray();
                foreach (var other in words.Skip(1).Where(w => w != words[0]))
                {
                    Add(opposites, words[0], other);
                    Add(opposites, other, words[0]);
                }
            }
        }

        return opposites.ToDictionary(static o => o.Key, static o => o.Value.ToArray(), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, HashSet<string>> opposites, string word, string other)
    {
        if (!opposites.TryGetValue(word, out var others))
        {
            opposites[word] = others = new(StringComparer.Ordinal);
        }

        others.Add(other);
    }
}
