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
    public static bool Differ(List<Token> left, List<Token> right)
    {
        var ofLeft = Words(left);
        var ofRight = Words(right);
        return HasOpposite(ofLeft, ofRight) || HasOpposite(ofRight, ofLeft);
    }

    private static HashSet<string> Words(List<Token> tokens) =>
        [.. tokens.Where(static t => t.Kind == TokenKind.Word).Select(static t => t.Text)];

    private static bool HasOpposite(HashSet<string> words, HashSet<string> others)
    {
        foreach (var other in others)
        {
            foreach (var prefix in Prefixes)
            {
                if (!other.StartsWith(prefix, StringComparison.Ordinal) || other.Length < prefix.Length + ShortestStem)
                {
                    continue;
                }

                var stem = other[prefix.Length..];
                if (words.Contains(stem) && !others.Contains(stem) && !words.Contains(other) && !NotOpposites.Contains(stem))
                {
                    return true;
                }
            }
        }

        // enable and disable share a stem that is not a word by itself.
        return words.Any(w => w.StartsWith("en", StringComparison.Ordinal) && w.Length > 5 && !others.Contains(w) && others.Contains("dis" + w[2..]));
    }
}
