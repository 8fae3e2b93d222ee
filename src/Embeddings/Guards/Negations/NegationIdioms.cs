namespace Parsimony.Embeddings;

/// <summary>Turns of phrase in which a negating word negates nothing.</summary>
internal static class NegationIdioms
{
    public static bool IsIdiom(List<Token> tokens, int at)
    {
        var word = tokens[at].Text;
        var previous = at > 0 ? tokens[at - 1].Text : "";
        var next = at + 1 < tokens.Count ? tokens[at + 1].Text : "";
        return word switch
        {
            "no" => next == "." || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number) // No. 5
                || next is "matter" or "doubt" or "problem" || (at == 0 && next == ","),
            "not" => previous == "or" || next is "only" or "just" // whether or not; not only
                || (previous == "why" && at > 1 && tokens[at - 2].Is("or")), // why or why not
            _ => IsTag(tokens, at),
        };
    }

    // "..., isn't it?": a negated verb after a comma with one pronoun behind it and nothing more.
    private static bool IsTag(List<Token> tokens, int at) =>
        at > 1 && tokens[at - 1].Text == "," && at + 1 < tokens.Count
        && tokens[at + 1].Text is "it" or "i" or "you" or "we" or "they" or "he" or "she" or "there"
        && (at + 2 == tokens.Count || (at + 3 >= tokens.Count && tokens[at + 2].Kind == TokenKind.Sign));
}
