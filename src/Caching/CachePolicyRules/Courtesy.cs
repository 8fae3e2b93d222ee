using System.Collections.Frozen;

namespace Parsimony.Caching;

/// <summary>Words that people put before what they want.</summary>
internal static class Courtesy
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["hi", "hello", "hey", "please", "pls", "ok", "okay", "so", "well", "and", "but", "also", "then", "thanks", "sorry", "now", "just", "kindly", "yes", "no", "um"]);

    private static readonly string[] Requests =
    [
        "can you", "could you", "will you", "would you", "can u", "i want you to", "i need you to", "i would like you to", "i'd like you to",
        "i want to", "i need to", "i would like to", "i'd like to", "i wanna", "let's", "lets", "go ahead and", "help me to", "help me",
    ];

    /// <summary>The index of the first word that is no courtesy.</summary>
    public static int Skip(WordList words, int start, int end)
    {
        while (start < end && words.IsIn(start, Words))
        {
            start++;
        }

        return start;
    }

    /// <summary>As <see cref="Skip"/>, past "could you please" and "I want to" as well.</summary>
    public static int SkipRequest(WordList words, int start, int end)
    {
        start = Skip(words, start, end);
        foreach (var request in Requests)
        {
            if (words.Starts(start, request))
            {
                return Skip(words, start + 1 + request.AsSpan().Count(' '), end);
            }
        }

        return start;
    }
}
