namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one negates more than the other (not, n't, never, no, without, unless, ...), or negates what the other
/// affirms, or has a word that the other has with un-, dis-, non- and the like before it. Texts in a script whose negations it does
/// not know pass only when they are the same but for letter case and punctuation.
/// </summary>
public sealed class NegationGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "negation";

    /// <inheritdoc/>
    public bool Refuses(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left == right)
        {
            return false;
        }

        var tokensOfLeft = Tokens.Split(left);
        var tokensOfRight = Tokens.Split(right);
        if (!KnownScripts.AreAll(left) || !KnownScripts.AreAll(right))
        {
            return !Words(tokensOfLeft).SequenceEqual(Words(tokensOfRight));
        }

        var ofLeft = Negations.Of(tokensOfLeft);
        var ofRight = Negations.Of(tokensOfRight);
        return ofLeft.Count != ofRight.Count
            || Negations.AreSwapped(ofLeft, ofRight)
            || NegatingPrefixes.Differ(tokensOfLeft, tokensOfRight);
    }

    private static IEnumerable<string> Words(List<Token> tokens) => tokens.Where(static t => t.Kind != TokenKind.Sign).Select(static t => t.Text);
}
