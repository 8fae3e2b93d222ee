namespace Parsimony.Caching;

/// <summary>Recognises an answer that is nothing but a refusal. A refusal is often the luck of one sample: keeping it makes it permanent.</summary>
internal static class RefusalRule
{
    // Longer answers that begin with an apology go on to help.
    private const int LongestRefusal = 400;

    private static readonly string[] Apologies = ["i'm sorry", "i am sorry", "sorry", "i apologize", "i apologise", "unfortunately", "as an ai language model", "as an ai"];

    private static readonly string[] Denials =
    [
        "i can't assist", "i can't help", "i cannot assist", "i cannot help", "i can't comply", "i cannot comply", "i can't fulfill", "i cannot fulfill",
        "i'm unable to assist", "i am unable to assist", "i'm unable to help", "i am unable to help", "i'm not able to help", "i am not able to help",
        "i won't be able to help", "i can't provide", "i cannot provide", "i can't do that", "i cannot do that", "i can't answer that", "i cannot answer that",
        "i must decline", "i have to decline", "i can't discuss", "i cannot discuss", "i can't create", "i cannot create", "i can't generate", "i cannot generate",
    ];

    public static bool Matches(string answer)
    {
        var text = answer.AsSpan().Trim();
        if (text.Length > LongestRefusal)
        {
            return false;
        }

        var plain = text.ToString().Replace('\u2019', '\'').ToLowerInvariant().AsSpan();
        foreach (var apology in Apologies)
        {
            if (plain.StartsWith(apology, StringComparison.Ordinal))
            {
                plain = plain[apology.Length..].TrimStart(" ,.!:;-");
                plain = plain.StartsWith("but ", StringComparison.Ordinal) ? plain[4..].TrimStart(" ,") : plain;
            }
        }

        foreach (var denial in Denials)
        {
            if (plain.StartsWith(denial, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
