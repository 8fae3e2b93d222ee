using System.Collections.Frozen;
using System.Text;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// What the offline reader sees in a text: words, pairs of neighbouring words, runs of four letters, and the concepts of
/// Concepts.tsv with their pairs. A feature's first letter names its kind.
/// </summary>
internal sealed class TextFeatures
{
    private const int WordLength = 6;
    private const int BigramLength = 5;
    private const int GramLength = 4;

    private readonly FrozenDictionary<string, string[]> concepts;
    private readonly int longestPhrase;

    private TextFeatures(Dictionary<string, List<string>> concepts)
    {
        this.concepts = concepts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        longestPhrase = concepts.Count == 0 ? 0 : concepts.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);
    }

    /// <summary>Reads concepts: a name, a tab, and the phrases that stand for it, separated by commas.</summary>
    public static TextFeatures Load(string conceptsFile)
    {
        var concepts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(conceptsFile).Where(line => line.Contains('\t', StringComparison.Ordinal)))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            foreach (var phrase in line[(tab + 1)..].Split(',').Select(phrase => string.Join(' ', Words(phrase))).Where(phrase => phrase.Length > 0))
            {
                if (!concepts.TryGetValue(phrase, out var names))
                {
                    concepts.Add(phrase, names = []);
                }

                names.Add(line[..tab]);
            }
        }

        return new(concepts);
    }

    /// <summary>Adds the features of a text to counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weight">What each occurrence counts.</param>
    /// <param name="counts">The counts to add to.</param>
    public void AddTo(Dictionary<string, double> counts, string text, double weight)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            Add($"w:{Cut(words[i], WordLength)}");
            if (i > 0)
            {
                Add($"b:{Cut(words[i - 1], BigramLength)}_{Cut(words[i], BigramLength)}");
            }

            var framed = $"<{words[i]}>";
            for (var start = 0; start + GramLength <= framed.Length; start++)
            {
                Add($"g:{framed.AsSpan(start, GramLength)}");
            }
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var concept in Concepts(words))
        {
            Add($"c:{concept}");
            found.Add(concept);
        }

        string[] distinct = [.. found];
        for (var i = 0; i < distinct.Length; i++)
        {
            for (var j = i + 1; j < distinct.Length; j++)
            {
                Add($"d:{distinct[i]}_{distinct[j]}");
            }
        }

        void Add(string feature) => counts[feature] = counts.GetValueOrDefault(feature) + weight;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            var c = letter == '\u2019' ? '\'' : char.ToLowerInvariant(letter);
            if (c is '\'' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static ReadOnlySpan<char> Cut(string word, int length) => word.AsSpan(0, Math.Min(length, word.Length));

    private IEnumerable<string> Concepts(List<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = Math.Min(longestPhrase, words.Count - start); length > 0; length--)
            {
                if (concepts.TryGetValue(string.Join(' ', words.GetRange(start, length)), out var names))
                {
                    foreach (var name in names)
                    {
                        yield return name;
                    }
                }
            }
        }
    }
}
