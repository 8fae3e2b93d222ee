namespace Parsimony.Embeddings;

/// <summary>Reads which role each word of matter plays: where from, where to, than what, whose.</summary>
internal static class WordRoles
{
    /// <summary>The role of every word; words without one, and words that carry no matter, have <see cref="WordRole.None"/>.</summary>
    public static WordRole[] Of(Word[] words)
    {
        var roles = new WordRole[words.Length];
        var role = WordRole.None;
        var behind = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Kind == WordSense.Function)
            {
                (role, behind) = Next(words, i, role) is var next && next != role ? (next, 0) : (role, behind);
                continue;
            }

            // A noun with its adjectives; what comes later is another part of the sentence.
            if (role != WordRole.None && behind < 3 && words[i].Before == '\0')
            {
                roles[i] = role;
                behind++;
            }
            else
            {
                role = WordRole.None;
            }

            if (words[i].Clitic == Clitic.Possessive)
            {
                roles[i] = WordRole.Of;
                role = WordRole.None;
            }
            else if (roles[i] == WordRole.None && i + 2 < words.Length && words[i + 1].Text is "to" or "into" && words[i + 2].Kind == WordSense.Content)
            {
                roles[i] = WordRole.From; // euros to dollars
            }
        }

        return roles;
    }

    /// <summary>Whether a text says where something comes from or turns into, or compares: "to" alone may be anything.</summary>
    public static bool AreSaid(Word[] words) => Array.Exists(words, static w => w.Text is "from" or "into" or "than" or "before" or "after");

    /// <summary>Whether it changes the question that one word has one role and another word the other.</summary>
    public static bool Decide(WordRole role, WordRole other) =>
        (role, other) is (WordRole.From, WordRole.To) or (WordRole.To, WordRole.From)
            or (WordRole.None, WordRole.Than or WordRole.Before or WordRole.After) or (WordRole.Than or WordRole.Before or WordRole.After, WordRole.None);

    private static WordRole Next(Word[] words, int at, WordRole role) => words[at].Text switch
    {
        "from" => WordRole.From,
        "into" or "onto" or "towards" or "toward" => WordRole.To,
        "to" => at > 0 && words[at - 1].Kind == WordSense.Function ? WordRole.None : WordRole.To, // how to, want to
        "than" => WordRole.Than,
        "before" => WordRole.Before,
        "after" => WordRole.After,
        "of" => WordRole.Of,
        "by" => WordRole.By,
        "over" => WordRole.Over,
        "against" => WordRole.Against,
        "a" or "an" or "the" or "my" or "your" or "his" or "her" or "their" or "our" or "its" or "this" or "that" or "these" or "those" or "some" or "any"
            or "and" or "or" => role,
        _ => WordRole.None,
    };
}
