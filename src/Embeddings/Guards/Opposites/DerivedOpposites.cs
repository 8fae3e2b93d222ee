namespace Parsimony.Embeddings;

/// <summary>
/// Opposites that are made of one word: formed and unformed, colour and discoloured, power and powerlessness, careful and careless. Only
/// told apart where one stands in the other's place: many words begin like this by chance.
/// </summary>
internal static class DerivedOpposites
{
    private const int ShortestRoot = 3;

    private static readonly string[] Prefixes = ["un", "dis", "in", "im", "il", "ir", "non", "mis", "de"];
    private static readonly string[] Without = ["less", "lessly", "lessness"];
    private static readonly string[] With = ["", "ful", "fully", "fulness"];

    /// <summary>Whether one of two words is the other with a part that turns its meaning round.</summary>
    public static bool Are(Word left, Word right) =>
        IsNegated(left, right) || IsNegated(right, left) || IsWithout(left, right) || IsWithout(right, left);

    private static bool IsNegated(Word word, Word other)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Text.Length >= prefix.Length + ShortestRoot && word.Text.StartsWith(prefix, StringComparison.Ordinal)
                && Stems.Of(word.Text[prefix.Length..]) == other.Stem)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithout(Word word, Word other)
    {
        foreach (var ending in Without)
        {
            if (word.Text.Length < ending.Length + ShortestRoot || !word.Text.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var root = Stems.Of(word.Text[..^ending.Length]);
            foreach (var with in With)
            {
                if (other.Text.Length >= with.Length + ShortestRoot && other.Text.EndsWith(with, StringComparison.Ordinal)
                    && Stems.Of(other.Text[..^with.Length]) == root)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
