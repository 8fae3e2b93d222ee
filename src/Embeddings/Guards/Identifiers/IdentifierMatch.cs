namespace Parsimony.Embeddings;

/// <summary>Whether a text holds an identifier, however it is set: letter case and the hyphen in INV-2024 do not matter.</summary>
internal static class IdentifierMatch
{
    /// <summary>A text in the form in which identifiers are looked for.</summary>
    public static string Compact(string text) => text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Where the identifier stands in a compact text as a whole, not as a part of a longer one; -1 if it does not.</summary>
    public static int Position(string haystack, string identifier)
    {
        var needle = Compact(identifier);
        for (var at = 0; (at = haystack.IndexOf(needle, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (Ends(haystack, at - 1, needle[0]) && Ends(haystack, at + needle.Length, needle[^1]))
            {
                return at;
            }
        }

        return -1;
    }

    // The neighbour of an identifier's edge: a letter or digit beside a letter or digit goes on with it, and so does a
    // separator with more of the same behind it (a.txt in b/a.txt, user in user@host).
    private static bool Ends(string text, int at, char edge)
    {
        if (at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]))
        {
            return true;
        }

        return char.IsLetterOrDigit(edge)
            ? !char.IsLetterOrDigit(text[at]) && text[at] is not ('_' or '@' or '/' or '\\' or '#' or '+') && !JoinsOn(text, at)
            : char.IsLetterOrDigit(text[at]) || !char.IsSymbol(text[at]);
    }

    private static bool JoinsOn(string text, int at) =>
        text[at] is '.' or ':' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
