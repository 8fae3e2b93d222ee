namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one negates more than the other (not, n't, never, no, without, unless, ...), or negates what the other
/// affirms, or has a word that the other has with un-, dis-, non- and the like before it. Texts in a script whose negations it does
/// not know pass only when they are the same but for letter case and punctuation.
/// </summary>
public sealed class NegationGuard : IPairGuard
{
    /// <inheritdoc/>
    public string Name => "negation";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (!pair.Left.IsInKnownScripts || !pair.Right.IsInKnownScripts)
        {
            return !Words(pair.Left.Pieces).SequenceEqual(Words(pair.Right.Pieces));
        }

        var ofLeft = pair.Left.Negations;
        var ofRight = pair.Right.Negations;
        return ofLeft.Count != ofRight.Count
            || Negations.AreSwapped(ofLeft, ofRight)
            || NegatingPrefixes.Differ(pair.Left, pair.Right);
    }

    private static IEnumerable<string> Words(List<Token> tokens) => tokens.Where(static t => t.Kind != TokenKind.Sign).Select(static t => t.Text);
}
