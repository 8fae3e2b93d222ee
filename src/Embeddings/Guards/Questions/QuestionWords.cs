namespace Parsimony.Embeddings;

/// <summary>Reads what questions ask for.</summary>
internal static class QuestionWords
{
    /// <summary>Everything that the question words of a text ask for.</summary>
    public static Asked In(Word[] words)
    {
        var asked = Asked.Anything;
        for (var i = 0; i < words.Length; i++)
        {
            asked |= At(words, i);
        }

        return asked;
    }

    /// <summary>Whether a word asks for one thing and no other.</summary>
    public static bool Is(Word word) => word.Text is "when" or "where" or "who" or "whom" or "whose" or "why" or "how";

    private static Asked At(Word[] words, int at)
    {
        var next = at + 1 < words.Length ? words[at + 1].Text : "";
        return words[at].Text switch
        {
            "when" => Asks(words, at) ? Asked.Time : Asked.Anything,
            "where" => Asks(words, at) ? Asked.Place : Asked.Anything,
            "who" or "whom" or "whose" => Asks(words, at) ? Asked.Person : Asked.Anything,
            "why" => at > 0 && next is "" or "or" ? Asked.Anything : Asked.Reason, // "... and why?"
            "how" => next switch
            {
                "much" or "many" when at + 2 < words.Length && words[at + 2].Text is "longer" or "time" or "more" or "days" or "weeks" or "months" or "years" or "yrs" or "hours" or "minutes"
                    => Asked.Time,
                "much" or "many" or "far" => Asked.Amount,
                "long" or "often" or "old" or "soon" => Asked.Time,
                "come" => Asked.Reason,
                "to" or "do" or "does" or "did" or "can" or "could" or "should" or "would" or "will" or "is" or "are" or "was" or "were" or "has" or "have" or "i" or "you" or "" => Asked.Manner,
                _ => Asked.Anything, // how tall, how good
            },
            "what" or "which" => next switch
            {
                "time" or "year" or "date" or "day" or "month" or "century" => Asked.Time,
                "place" or "city" or "country" or "state" or "town" or "county" or "continent" or "places" or "cities" or "countries" or "states" or "towns" => Asked.Place,
                "person" or "people" or "man" or "woman" => Asked.Person,
                _ => Asked.Anything,
            },
            "reason" or "reasons" => Asked.Reason,
            "way" or "ways" or "steps" or "method" => Asked.Manner,
            _ => Asked.Anything,
        };
    }

    // "What do I do when it rains" and "the man who sold the world" ask neither when nor who.
    private static bool Asks(Word[] words, int at)
    {
        if (words[at].Opens || words[at].Before is not '\0')
        {
            return true;
        }

        for (var i = 0; i < at; i++)
        {
            if (words[i].Text is "how" or "what" or "why" or "which" or "where" or "who" or "when" || (words[i].IsContent && words[i].Text is not ("explain" or "wondering" or "find" or "say" or "remember")))
            {
                return words[at - 1].Text is "and" or "or";
            }
        }

        return true;
    }
}
