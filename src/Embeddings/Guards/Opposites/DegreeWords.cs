namespace Parsimony.Embeddings;

/// <summary>Turns of phrase in which a word with an opposite measures and takes no side: how old, two metres high, at least.</summary>
internal static class DegreeWords
{
    public static bool TakesNoSide(Word[] words, int at)
    {
        var previous = at > 0 ? words[at - 1].Text : "";
        var next = at + 1 < words.Length ? words[at + 1].Text : "";
        return words[at].Text switch
        {
            "least" or "most" or "best" or "first" or "last" => previous == "at",
            "old" or "long" or "far" or "high" or "tall" or "deep" or "big" or "fast" or "large" or "heavy" or "hard" or "early" or "late" or "often" or "easy"
                or "difficult" or "good" or "bad" or "safe" or "dangerous" or "strong" or "wide" or "thick" or "hot" or "cold" or "small" or "soon"
                => previous is "how" or "as" or "so" or "too" or "year" or "years" or "feet" or "foot" or "metres" or "meters" or "miles" or "inches" or "months" or "days",
            "right" => next is "now" or "away" or "after" or "before" || previous is "all",
            "close" => next is "to" or "by",
            "like" => previous is "look" or "looks" or "feel" or "be" or "is" or "would" or "it",
            _ => false,
        };
    }
}
