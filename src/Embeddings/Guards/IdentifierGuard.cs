namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one names something that the other does not: an order or ticket number with letters, an e-mail
/// address, a URL, a path, a file, a symbol of code, an operator. Two that stand in another order are refused as well.
/// </summary>
public sealed class IdentifierGuard : ISameAnswerGuard
{
    // A text with more identifiers than this is a log or a listing; looking each up in the other would take time for nothing.
    private const int Most = 64;

    /// <inheritdoc/>
    public string Name => "identifier";

    /// <inheritdoc/>
    public bool Refuses(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left == right)
        {
            return false;
        }

        var foldedLeft = Tokens.Fold(left);
        var foldedRight = Tokens.Fold(right);
        var ofLeft = IdentifierScanner.Scan(foldedLeft);
        var ofRight = IdentifierScanner.Scan(foldedRight);
        return ofLeft.Count > Most || ofRight.Count > Most
            ? !ofLeft.SequenceEqual(ofRight)
            : !HasAllOf(foldedLeft, ofRight) || !HasAllOf(foldedRight, ofLeft);
    }

    private static bool HasAllOf(string text, List<string> identifiers)
    {
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
