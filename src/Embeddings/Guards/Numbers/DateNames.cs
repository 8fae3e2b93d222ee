using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>The names of months and days, and the words that point at one from today.</summary>
internal static class DateNames
{
    private static readonly string[] MonthTable =
    [
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sep sept", "october oct", "november nov", "december dec",
    ];

    private static readonly FrozenDictionary<string, int> Months = MonthTable
        .SelectMany(static (names, i) => names.Split(' ').Select(name => (name, month: i + 1)))
        .ToFrozenDictionary(static m => m.name, static m => m.month);

    private static readonly FrozenDictionary<string, string> Days = new Dictionary<string, string>
    {
        ["monday"] = "mon", ["tuesday"] = "tue", ["tues"] = "tue", ["wednesday"] = "wed", ["thursday"] = "thu", ["thurs"] = "thu",
        ["friday"] = "fri", ["saturday"] = "sat", ["sunday"] = "sun",
        ["mondays"] = "mon", ["tuesdays"] = "tue", ["wednesdays"] = "wed", ["thursdays"] = "thu", ["fridays"] = "fri",
        ["saturdays"] = "sat", ["sundays"] = "sun", ["weekend"] = "weekend", ["weekends"] = "weekend", ["weekday"] = "weekday", ["weekdays"] = "weekday",
        ["today"] = "today", ["tonight"] = "tonight", ["tomorrow"] = "tomorrow", ["yesterday"] = "yesterday",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Pointers = new Dictionary<string, string>
    {
        ["last"] = "last", ["previous"] = "last", ["past"] = "last", ["next"] = "next", ["coming"] = "next", ["following"] = "next",
        ["this"] = "this", ["current"] = "this",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Spans = FrozenSet.Create("week", "month", "year", "quarter", "night", "morning", "afternoon", "evening", "decade", "century");

    // Months that are ordinary words as well: these words before them make them months.
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(
        "in", "of", "during", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "before", "after", "by", "from", "for");

    /// <summary>Gets every word with which a date without digits may begin.</summary>
    public static IEnumerable<string> All => [.. Months.Keys, .. Days.Keys, .. Pointers.Keys];

    /// <summary>Whether a word is a month or a day.</summary>
    public static bool IsName(string word) => Months.ContainsKey(word) || Days.ContainsKey(word);

    public static bool TryDay(string word, out string day) => Days.TryGetValue(word, out day!);

    public static bool TryPointer(string word, out string pointer) => Pointers.TryGetValue(word, out pointer!);

    public static bool IsSpan(string word) => Spans.Contains(word);

    /// <summary>The month that a token names, 0 if none.</summary>
    public static int Month(List<Token> tokens, int at)
    {
        if (at < 0 || at >= tokens.Count || tokens[at].Kind != TokenKind.Word || !Months.TryGetValue(tokens[at].Text, out var month))
        {
            return 0;
        }

        var ambiguous = tokens[at].Text is "may" or "march" or "mar";
        var numberBeside = (at > 0 && tokens[at - 1].Kind == TokenKind.Number) || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number)
            || (at > 1 && tokens[at - 1].Text is "st" or "nd" or "rd" or "th");
        return !ambiguous || numberBeside || (at > 0 && Prepositions.Contains(tokens[at - 1].Text)) ? month : 0;
    }
}
