namespace Parsimony.Embeddings;

/// <summary>Whether a quantity is meant as it stands, or as a lower or an upper bound.</summary>
internal static class BoundWords
{
    private const string AtLeast = "+";
    private const string AtMost = "-";

    /// <summary>The bound that the words just before a quantity make of it: "+", "-" or nothing.</summary>
    public static string Before(List<Token> tokens, int at)
    {
        at--;
        while (at >= 0 && (tokens[at].Text is "the" or "a" or "an" or "about" or "of" || UnitNames.IsCurrencySign(tokens[at])))
        {
            at--;
        }

        if (at < 0)
        {
            return "";
        }

        var previous = at > 0 ? tokens[at - 1].Text : "";
        return tokens[at].Text switch
        {
            "over" or "above" or "exceeding" or "exceeds" or "minimum" or "after" or "since" or ">" or "≥" => AtLeast,
            "under" or "below" or "maximum" or "before" or "until" or "till" or "<" or "≤" => AtMost,
            "to" when previous == "up" => AtMost,
            "least" when previous == "at" => AtLeast,
            "most" when previous == "at" => AtMost,
            "than" => previous switch
            {
                "more" or "greater" or "higher" or "larger" or "longer" or "older" or "bigger" => No(tokens, at - 2) ? AtMost : AtLeast,
                "less" or "fewer" or "lower" or "smaller" or "shorter" or "younger" => No(tokens, at - 2) ? AtLeast : AtMost,
                _ => "",
            },
            _ => "",
        };
    }

    /// <summary>The bound that the words just after a quantity make of it, and how many tokens they take.</summary>
    public static int After(List<Token> tokens, int at, out string bound)
    {
        bound = "";
        if (at < tokens.Count && tokens[at].Is("+") && tokens[at].Glued && (at + 1 == tokens.Count || !tokens[at + 1].Glued))
        {
            bound = AtLeast;
            return 1;
        }

        if (at + 1 >= tokens.Count || !tokens[at].Is("or"))
        {
            return 0;
        }

        bound = tokens[at + 1].Text switch
        {
            "more" or "above" or "over" or "higher" or "older" or "longer" or "later" => AtLeast,
            "less" or "fewer" or "below" or "under" or "lower" or "younger" or "earlier" => AtMost,
            _ => "",
        };
        return bound.Length > 0 ? 2 : 0;
    }

    private static bool No(List<Token> tokens, int at) => at >= 0 && tokens[at].Text is "no" or "not";
}
