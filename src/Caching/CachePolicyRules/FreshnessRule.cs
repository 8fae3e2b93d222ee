using System.Buffers;
using System.Collections.Frozen;

namespace Parsimony.Caching;

/// <summary>
/// Recognises a question for what is true at this moment: "what is the weather right now?", "the latest news on ...". Support
/// questions that merely mention the moment ("why is my card not working right now?", "how do I get today's rate?") are not meant:
/// their answer is the same tomorrow.
/// </summary>
internal static class FreshnessRule
{
    private static readonly FrozenSet<string> Askers = FrozenSet.ToFrozenSet(
    [
        "what", "what's", "whats", "who", "who's", "whos", "when", "where", "where's", "which", "is", "are", "was", "were", "will", "did", "does",
        "has", "have", "should", "give", "show", "tell", "list", "find", "get", "check", "any", "anything", "latest", "current", "today's", "todays", "how",
    ]);

    private static readonly FrozenSet<string> HowMuch = FrozenSet.ToFrozenSet(["much", "many", "is", "are", "did", "high", "low", "long", "warm", "cold", "hot"]);

    private static readonly FrozenSet<string> Cues = FrozenSet.ToFrozenSet(
        ["currently", "presently", "today", "today's", "todays", "tonight", "tonight's", "tomorrow", "tomorrow's", "newest", "nowadays"]);

    private static readonly FrozenSet<string> SpanOfTime = FrozenSet.ToFrozenSet(["morning", "afternoon", "evening", "week", "weekend", "month", "year"]);

    private static readonly FrozenSet<string> BeforeAdjective = FrozenSet.ToFrozenSet(["the", "any", "what", "what's", "whats", "your", "its", "of"]);

    private static readonly FrozenSet<string> Asker = FrozenSet.ToFrozenSet(["i", "my", "we", "our"]);

    // A part of every cue below.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["current", "present", "today", "tonight", "tomorrow", "newest", "now", "moment", "date", "recent", "breaking", "this ", "latest"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text holds anything that the rule could match on.</summary>
    public static bool MayMatch(ReadOnlySpan<char> text) => text.ContainsAny(Hints);

    public static bool Matches(WordList words)
    {
        for (var start = 0; start < words.Count;)
        {
            var end = words.EndOfSentence(start);
            if (AsksForAValue(words, Courtesy.Skip(words, start, end), end) && NamesTheMoment(words, start, end))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private static bool AsksForAValue(WordList words, int first, int end)
    {
        if (first >= end || !words.IsIn(first, Askers))
        {
            return false;
        }

        // "When I tried today it failed" tells what happened.
        if (words.Is(first, "when") && words.IsIn(first + 1, Asker))
        {
            return false;
        }

        if (words.Is(first, "how"))
        {
            return words.IsIn(first + 1, HowMuch);
        }

        // "What do I do now?", "what should I do right now?" ask for a procedure.
        var second = words[first + 1];
        var asksWhatToDo = words.Is(first, "what") && words.Is(first + 2, "i")
            && (second.SequenceEqual("do") || second.SequenceEqual("can") || second.SequenceEqual("should") || second.SequenceEqual("must"));
        return !asksWhatToDo;
    }

    private static bool NamesTheMoment(WordList words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (words.IsIn(i, Cues)
                || words.Starts(i, "right now") || words.Starts(i, "at the moment") || words.Starts(i, "at this moment") || words.Starts(i, "at present")
                || words.Starts(i, "as of now") || words.Starts(i, "up to date") || words.Starts(i, "most recent") || words.Starts(i, "breaking news")
                || (words.Is(i, "this") && words.IsIn(i + 1, SpanOfTime))
                || (words.Is(i, "now") && i == end - 1 && i > start)
                || IsNewest(words, i))
            {
                return true;
            }
        }

        return false;
    }

    // "My latest payment" is the asker's own, a "current account" is a kind of account, and an electric current flows.
    private static bool IsNewest(WordList words, int i) =>
        words.Is(i, "latest") ? !words.Is(i - 1, "my")
        : words.Is(i, "current") && words.IsIn(i - 1, BeforeAdjective) && !words.Is(i + 1, "account") && !words.Is(i + 1, "accounts");
}
