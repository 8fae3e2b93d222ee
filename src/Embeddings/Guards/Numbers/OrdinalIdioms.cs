namespace Parsimony.Embeddings;

/// <summary>Turns of phrase in which an ordinal counts nothing.</summary>
internal static class OrdinalIdioms
{
    public static bool IsIdiom(List<Token> tokens, int at)
    {
        var previous = at > 0 ? tokens[at - 1].Text : "";
        var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
        return tokens[at].Text switch
        {
            "first" => previous == "at" || next is "of" or "name" or "names" or "aid" or "class" || (next == "," && at == 0),
            "second" => next is "hand" || previous is "a" or "one" or "per" && next is "" or "." or "?" or "," or "!", // wait a second
            "third" => next is "party" or "parties",
            _ => false,
        };
    }
}
