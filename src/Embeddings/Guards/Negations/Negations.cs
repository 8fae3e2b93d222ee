using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>What a text negates.</summary>
/// <param name="Count">How often it negates.</param>
/// <param name="Targets">The first content word after each negation, cut to its stem.</param>
/// <param name="Others">The stems of all other content words.</param>
internal sealed record Negations(int Count, IReadOnlySet<string> Targets, IReadOnlySet<string> Others)
{
    private const int StemLength = 5;

    private static readonly Negations None = new(0, FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    public static Negations Of(List<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count && !Negates(tokens, first))
        {
            first++;
        }

        return first == tokens.Count ? None : Read(tokens);
    }

    private static bool Negates(List<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && NegationWords.Contains(tokens[at].Text) && !NegationIdioms.IsIdiom(tokens, at);

    private static Negations Read(List<Token> tokens)
    {
        var count = 0;
        var targets = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        var pending = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            var word = tokens[i].Text;
            if (Negates(tokens, i))
            {
                count++;
                pending = true;
            }
            else if (word.Length > 3)
            {
                (pending ? targets : others).Add(word.Length > StemLength ? word[..StemLength] : word);
                pending = false;
            }
        }

        return new(count, targets, others);
    }

    /// <summary>Whether each text negates what the other affirms: "by card but not cash", "by cash but not card".</summary>
    public static bool AreSwapped(Negations left, Negations right) =>
        left.Targets.Any(t => right.Others.Contains(t) && !right.Targets.Contains(t))
        && right.Targets.Any(t => left.Others.Contains(t) && !left.Targets.Contains(t));
}
