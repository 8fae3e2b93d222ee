using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>
/// Pairs such as lock and unlock. A word is not a negation because it begins with un-; it is one beside the same word without it.
/// </summary>
internal static class NegatingPrefixes
{
    private const int ShortestStem = 3;

    private static readonly string[] Prefixes = ["un", "dis", "non", "de", "in", "im", "il", "ir", "mis"];

    // "un" before these makes another word, not the opposite.
    private static readonly FrozenSet<string> NotOpposites = FrozenSet.Create(
        "til", "less", "der", "ion", "ions", "form", "forms", "formed", "come", "put", "puts", "side", "play", "plays", "cover", "covers", "count", "counts",
        "pose", "posed", "patch", "tribute", "press", "part", "parts", "pay", "port", "ports", "prove", "stall", "crease", "creased", "tend", "scribe", "sign", "rive",
        "liver", "fault", "bit", "tail", "tails", "ploy", "pend", "crypt", "store", "serve", "mand", "take", "taken");

    /// <summary>Whether one text has a word that the other has only with a negating prefix.</summary>
    public static bool Differ(GuardText left, GuardText right) => HasOpposite(left, right) || HasOpposite(right, left);

    /// <summary>The words of a text that begin with one of the prefixes, each with the prefix.</summary>
    public static (string Word, string Prefix)[] In(List<Token> pieces)
    {
        List<(string, string)>? found = null;
        foreach (var piece in pieces)
        {
            var word = piece.Text;
            if (piece.Kind != TokenKind.Word || word.Length < 2 + ShortestStem || word[0] is not ('u' or 'd' or 'n' or 'i' or 'm') || word[1] is not ('n' or 'i' or 'o' or 'e' or 'm' or 'l' or 'r'))
            {
                continue;
            }

            foreach (var prefix in Prefixes)
            {
                if (word.Length >= prefix.Length + ShortestStem && word.StartsWith(prefix, StringComparison.Ordinal))
                {
                    (found ??= []).Add((word, prefix));
                }
            }
        }

        return found is null ? [] : [.. found];
    }

    private static bool HasOpposite(GuardText text, GuardText other)
    {
        foreach (var (word, prefix) in other.Prefixed)
        {
            var stem = word.AsSpan(prefix.Length);
            if ((text.Has(stem) && !other.Has(stem) && !text.Has(word) && !NotOpposites.GetAlternateLookup<ReadOnlySpan<char>>().Contains(stem))
                || (prefix == "dis" && HasOnly(text, other, "en" + word[3..])))
            {
                return true;
            }
        }

        return false;
    }

    // enable and disable share a stem that is not a word by itself.
    private static bool HasOnly(GuardText text, GuardText other, string word) => text.Has(word) && !other.Has(word);
}
