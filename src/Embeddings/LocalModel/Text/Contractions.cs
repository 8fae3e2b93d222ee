using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Short forms and what they stand for, so that "what's", "whats" and "what is" are one. Apostrophes are plain ones here.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["can't"] = ["can", "not"], ["cant"] = ["can", "not"], ["cannot"] = ["can", "not"], ["won't"] = ["will", "not"], ["wont"] = ["will", "not"],
        ["shan't"] = ["shall", "not"], ["ain't"] = ["is", "not"], ["aint"] = ["is", "not"],
        ["dont"] = ["do", "not"], ["doesnt"] = ["does", "not"], ["didnt"] = ["did", "not"], ["isnt"] = ["is", "not"], ["arent"] = ["are", "not"],
        ["wasnt"] = ["was", "not"], ["werent"] = ["were", "not"], ["hasnt"] = ["has", "not"], ["havent"] = ["have", "not"], ["hadnt"] = ["had", "not"],
        ["wouldnt"] = ["would", "not"], ["couldnt"] = ["could", "not"], ["shouldnt"] = ["should", "not"], ["mustnt"] = ["must", "not"],
        ["im"] = ["i", "am"], ["ive"] = ["i", "have"], ["whats"] = ["what", "is"], ["hows"] = ["how", "is"], ["wheres"] = ["where", "is"],
        ["whos"] = ["who", "is"], ["whens"] = ["when", "is"], ["thats"] = ["that", "is"], ["theres"] = ["there", "is"], ["youre"] = ["you", "are"],
        ["theyre"] = ["they", "are"], ["let's"] = ["let", "us"], ["lets"] = ["let", "us"],
        ["what's"] = ["what", "is"], ["how's"] = ["how", "is"], ["where's"] = ["where", "is"], ["who's"] = ["who", "is"], ["when's"] = ["when", "is"],
        ["why's"] = ["why", "is"], ["that's"] = ["that", "is"], ["there's"] = ["there", "is"], ["here's"] = ["here", "is"], ["it's"] = ["it", "is"],
        ["he's"] = ["he", "is"], ["she's"] = ["she", "is"],
        ["gonna"] = ["going", "to"], ["wanna"] = ["want", "to"], ["gotta"] = ["got", "to"], ["gimme"] = ["give", "me"], ["lemme"] = ["let", "me"],
        ["u"] = ["you"], ["ur"] = ["your"], ["pls"] = ["please"], ["plz"] = ["please"], ["wat"] = ["what"], ["thx"] = ["thanks"],
        ["cos"] = ["because"], ["cuz"] = ["because"], ["bcoz"] = ["because"], ["b/c"] = ["because"], ["tho"] = ["though"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> BySpan = Whole.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string End, string Word)[] Ends = [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am")];

    /// <summary>The words that a whole word stands for.</summary>
    public static bool TryExpand(ReadOnlySpan<char> word, out string[] words) => BySpan.TryGetValue(word, out words!);

    /// <summary>Cuts "would" and the like from "I'd"; a possessive "'s" is cut too and stands for nothing.</summary>
    /// <param name="word">A word with an apostrophe in it.</param>
    /// <param name="rest">How many characters stay.</param>
    /// <param name="end">The word that the end stands for, or empty.</param>
    public static bool TryCut(ReadOnlySpan<char> word, out int rest, out string end)
    {
        foreach (var (ending, meant) in Ends)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                (rest, end) = (word.Length - ending.Length, meant);
                return true;
            }
        }

        (rest, end) = (word.Length - 2, "");
        return word.Length > 2 && word.EndsWith("'s", StringComparison.Ordinal);
    }
}
