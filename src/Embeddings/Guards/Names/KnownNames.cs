namespace Parsimony.Embeddings;

/// <summary>The list of well-known names.</summary>
internal static class KnownNames
{
    private static readonly Lazy<(Dictionary<string, KnownName> Words, Dictionary<int, List<string[]>> Phrases)> List = new(Read);

    /// <summary>Finds a word, or the word it is the plural of.</summary>
    public static bool TryGet(string word, out KnownName name) =>
        List.Value.Words.TryGetValue(word, out name)
        || (word.Length > 4 && word[^1] == 's' && List.Value.Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, word.Length - 1), out name));

    /// <summary>The names of several words for one thing.</summary>
    public static IReadOnlyList<string[]> PhrasesOf(int id) => List.Value.Phrases.TryGetValue(id, out var phrases) ? phrases : [];

    private static (Dictionary<string, KnownName> Words, Dictionary<int, List<string[]>> Phrases) Read()
    {
        var words = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        var phrases = new Dictionary<int, List<string[]>>();
        var kind = "";
        var each = false;
        var id = 0;
        foreach (var line in GuardResource.Lines("names.txt"))
        {
            if (line[0] == '[')
            {
                kind = line.Trim('[', ']').Split(' ')[0];
                each = line.EndsWith("each]", StringComparison.Ordinal);
                continue;
            }

            id++;
            foreach (var entry in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                id += each ? 1 : 0;
                if (entry.Contains('_', StringComparison.Ordinal))
                {
                    AddPhrase(phrases, id, entry.Split('_'));
                }
                else
                {
                    words.TryAdd(entry.TrimEnd('*'), new(id, kind, entry[^1] == '*'));
                }
            }
        }

        return (words, phrases);
    }

    private static void AddPhrase(Dictionary<int, List<string[]>> phrases, int id, string[] phrase)
    {
        if (!phrases.TryGetValue(id, out var list))
        {
            phrases[id] = list = [];
        }

        list.Add(phrase);
    }
}
