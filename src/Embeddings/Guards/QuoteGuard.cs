namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one quotes something, in quotation marks or as code, that the other does not say word for word. The
/// marks themselves may be missing. Two quotations in another order are refused.
/// </summary>
public sealed class QuoteGuard : IPairGuard
{
    // A text with more quotations than this is a document; looking each up in the other would take time for nothing.
    private const int Most = 64;

    /// <inheritdoc/>
    public string Name => "quote";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        var ofLeft = pair.Left.Quotations;
        var ofRight = pair.Right.Quotations;
        return ofLeft.Count > Most || ofRight.Count > Most
            ? !ofLeft.SequenceEqual(ofRight)
            : !Says(pair.Left.Text, ofRight) || !Says(pair.Right.Text, ofLeft);
    }

    private static bool Says(string text, List<QuotedSpan> spans)
    {
        if (spans.Count == 0)
        {
            return true;
        }

        var folded = QuoteScanner.Fold(text);
        var last = -1;
        foreach (var span in spans)
        {
            var at = Find(folded, span);
            if (at < 0 || at < last)
            {
                return false;
            }

            last = at;
        }

        return true;
    }

    private static int Find(string text, QuotedSpan span)
    {
        var words = span.Text.TrimEnd('.', ',', '!', '?');
        if (words.Length == 0)
        {
            words = span.Text;
        }

        for (var at = 0; (at = text.IndexOf(words, at, span.Comparison)) >= 0; at++)
        {
            var end = at + words.Length;
            if ((at == 0 || !Continues(text[at - 1], words[0])) && (end == text.Length || !Continues(text[end], words[^1])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Continues(char neighbour, char edge) => char.IsLetterOrDigit(neighbour) && char.IsLetterOrDigit(edge);
}
