namespace Parsimony.Embeddings;

/// <summary>Reads whom the pronouns of a text mean.</summary>
internal static class Pronouns
{
    /// <summary>Whom a word means; none if it is no pronoun, or one that belongs to a turn of politeness ("could you tell me").</summary>
    public static Person At(Word[] words, int at)
    {
        var person = Of(words[at]);
        return person is Person.Speaker or Person.Listener && IsPolite(words, at) ? Person.None : person;
    }

    /// <summary>Everyone whom a text means.</summary>
    public static Person In(Word[] words)
    {
        var persons = Person.None;
        for (var i = 0; i < words.Length; i++)
        {
            persons |= At(words, i);
        }

        return persons;
    }

    /// <summary>Whether a word says whose something is.</summary>
    public static bool IsPossessive(Word word) => word.Text is "my" or "our" or "your" or "his" or "her" or "their";

    /// <summary>Whether a word says who does something.</summary>
    public static bool IsSubject(Word word) => word.Text is "i" or "we" or "you" or "he" or "she" or "they";

    private static Person Of(Word word) => word.Kind != WordSense.Function || (word.Casing == Casing.Upper && word.Text == "us") ? Person.None : word.Text switch
    {
        "i" or "me" or "my" or "mine" or "myself" or "we" or "us" or "our" or "ours" or "ourselves" => Person.Speaker,
        "you" or "your" or "yours" or "yourself" or "yourselves" => Person.Listener,
        "he" or "him" or "his" or "himself" => Person.He,
        "she" or "her" or "hers" or "herself" => Person.She,
        "they" or "them" or "their" or "theirs" or "themselves" => Person.They,
        _ => Person.None,
    };

    private static bool IsPolite(Word[] words, int at)
    {
        var previous = at > 0 ? words[at - 1].Text : "";
        var next = at + 1 < words.Length ? words[at + 1].Text : "";
        return words[at].Text switch
        {
            "you" => next is "please" or "tell" or "explain" or "show" or "give" or "help" or "advise" or "recommend" or "suggest" or "describe" or "say"
                or "let" or "kindly" or "mind" or "guide" || previous is "thank" or "thanks" || (next == "know" && at == 1),
            "me" or "us" => previous is "tell" or "show" or "give" or "help" or "let" or "teach" or "advise" or "guide" or "excuse",
            "i" => next is "wonder" or "wondered" || (next is "want" or "like" or "need" or "would" or "was" && Wants(words, at + 1)) || (words[at].Clitic != Clitic.None && Wants(words, at + 1)),
            _ => false,
        };
    }

    // I want to know, I'd like to know, I was wondering, I need help
    private static bool Wants(Word[] words, int at)
    {
        for (var i = at; i < Math.Min(words.Length, at + 4); i++)
        {
            if (words[i].Text is "know" or "wondering" or "ask" or "help" or "understand" or "learn")
            {
                return true;
            }
        }

        return false;
    }
}
