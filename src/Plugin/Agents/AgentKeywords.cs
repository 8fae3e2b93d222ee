using Parsimony.Context;

namespace Parsimony;

/// <summary>
/// Finds the keywords of agents that name none: the words of an agent's name, description and headings that are frequent there and rare
/// among the other agents of the folder (tf-idf, inflected forms counted as one word, function words left out).
/// </summary>
internal sealed class AgentKeywords
{
    internal const int MaxKeywords = 12;
    private const int ShortestWord = 3;

    // What descriptions of agents are written with, whatever the agent is for.
    private static readonly HashSet<string> Boilerplate = new(
        "agent agents assistant assistants use uses used using user users help helps expert specialist task tasks role overview proactively example examples".Split(' '),
        StringComparer.Ordinal);

    private readonly List<Dictionary<ulong, Word>> agents = [];
    private readonly Dictionary<ulong, int> holders = [];

    public AgentKeywords(List<string> summaries)
    {
        foreach (var summary in summaries)
        {
            var words = Words(summary);
            agents.Add(words);
            foreach (var term in words.Keys)
            {
                holders[term] = holders.GetValueOrDefault(term) + 1;
            }
        }
    }

    /// <summary>The keywords of an agent, best first; at most <see cref="MaxKeywords"/>.</summary>
    public IEnumerable<string> Of(int agent) => agents[agent]
        .OrderByDescending(w => w.Value.Count * Math.Log((agents.Count + 1.0) / holders[w.Key]))
        .ThenBy(static w => w.Value.Position)
        .Take(MaxKeywords)
        .Select(static w => w.Value.Text);

    private static Dictionary<ulong, Word> Words(string text)
    {
        var words = new Dictionary<ulong, Word>();
        var reader = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        for (var position = 0; reader.MoveNext(); position++)
        {
            var word = reader.Word;
            if (word.Length < ShortestWord || StopWords.Contains(word) || !word.ContainsAnyExceptInRange('0', '9'))
            {
                continue;
            }

            var written = word.ToString();
            if (!Boilerplate.Contains(written))
            {
                words[reader.Term] = words.TryGetValue(reader.Term, out var known) ? known with { Count = known.Count + 1 } : new Word(written, 1, position);
            }
        }

        return words;
    }

    private readonly record struct Word(string Text, int Count, int Position);
}
