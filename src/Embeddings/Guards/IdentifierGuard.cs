namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one names something that the other does not: an order or ticket number with letters, an e-mail
/// address, a URL, a path, a file, a symbol of code, an operator. Two that stand in another order are refused as well.
/// </summary>
public sealed class IdentifierGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "identifier";

    /// <inheritdoc/>
    public bool Refuses(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return !HasAllOf(left, right) || !HasAllOf(right, left);
    }

    private static bool HasAllOf(string text, string other)
    {
        var last = -1;
        foreach (var identifier in IdentifierScanner.Scan(Tokens.Fold(other)))
        {
            var at = IdentifierMatch.Position(text, identifier);
            if (at < 0 || at < last)
            {
                return false;
            }

            last = at;
        }

        return true;
    }
}
