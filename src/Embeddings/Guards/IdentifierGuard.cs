namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one names something that the other does not: an order or ticket number with letters, an e-mail
/// address, a URL, a path, a file, a symbol of code, an operator. Two that stand in another order are refused as well.
/// </summary>
public sealed class IdentifierGuard : IPairGuard
{
    // A text with more identifiers than this is a log or a listing; looking each up in the other would take time for nothing.
    private const int Most = 64;

    /// <inheritdoc/>
    public string Name => "identifier";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        var ofLeft = pair.Left.Identifiers;
        var ofRight = pair.Right.Identifiers;
        return ofLeft.Count > Most || ofRight.Count > Most
            ? !ofLeft.SequenceEqual(ofRight)
            : !HasAllOf(pair.Left.Folded, ofRight) || !HasAllOf(pair.Right.Folded, ofLeft);
    }

    private static bool HasAllOf(string text, List<string> identifiers)
    {
        if (identifiers.Count == 0)
        {
            return true;
        }

        var compact = IdentifierMatch.Compact(text);
        var last = -1;
        foreach (var identifier in identifiers)
        {
            var at = IdentifierMatch.Position(compact, identifier);
            if (at < 0 || at < last)
            {
                return false;
            }

            last = at;
        }

        return true;
    }
}
