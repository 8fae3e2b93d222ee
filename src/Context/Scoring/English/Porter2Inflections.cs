namespace Parsimony.Context;

/// <summary>Steps 0 to 1c: possessives, plurals, past forms, gerunds, final y.</summary>
internal static class Porter2Inflections
{
    public static void RemovePossessive(ref Porter2Word word)
    {
        var count = word.EndsWith("'s'") ? 3 : word.EndsWith("'s") ? 2 : word.EndsWith("'") ? 1 : 0;
        word.RemoveLast(count);
    }

    public static void RemovePlural(ref Porter2Word word)
    {
        if (word.EndsWith("sses"))
        {
            word.RemoveLast(2);
        }
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            // "cries" becomes "cri", but "ties" becomes "tie".
            word.RemoveLast(word.Length > 4 ? 2 : 1);
        }
        else if (word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss") && word.HasVowelBefore(word.Length - 2))
        {
            word.RemoveLast(1);
        }
    }

    public static void RemovePastAndGerund(ref Porter2Word word)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (word.EndsWith(suffix))
            {
                if (word.Length - suffix.Length >= word.R1)
                {
                    word.ReplaceLast(suffix.Length, "ee");
                }

                return;
            }
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (word.EndsWith(suffix))
            {
                if (word.HasVowelBefore(word.Length - suffix.Length))
                {
                    word.RemoveLast(suffix.Length);
                    Repair(ref word);
                }

                return;
            }
        }
    }

    public static void ReplaceFinalY(ref Porter2Word word)
    {
        var text = word.Text;
        if (text.Length > 2 && text[^1] is 'y' or 'Y' && !Porter2Word.IsVowel(text[^2]))
        {
            text[^1] = 'i';
        }
    }

    // "hoping" has lost an e that "hop" never had; "hopping" has won a p.
    private static void Repair(ref Porter2Word word)
    {
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Append('e');
        }
        else if (word.Text is [.., var a, var b] && a == b && "bdfgmnprt".Contains(b))
        {
            word.RemoveLast(1);
        }
        else if (word.IsShort)
        {
            word.Append('e');
        }
    }
}
