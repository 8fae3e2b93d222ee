namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which one quotes something, in quotation marks or as code, that the other does not say word for word. The
/// marks themselves may be missing. Two quotations in another order are refused.
/// </summary>
public sealed class QuoteGuard : ISameAnswerGuard
{
    // A text with more quotations than this is a document; looking each up in the other would take time for nothing.
    private const int Most = 64;

    /// <inheritdoc/>
    public string Name => "quote";

    /// <inheritdoc/>
    public bool Refuses(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left == right)
        {
            return false;
        }

        var ofLeft = QuoteScanner.Scan(left);
        var ofRight = QuoteScanner.Scan(right);
        return ofLeft.Count > Most || ofRight.Count > Most
            ? !ofLeft.SequenceEqual(ofRight)
            : !Says(QuoteScanner.Fold(left), ofRight) || !Says(QuoteScanner.Fold(right), ofLeft);
    }

    private static bool Says(string folded, List<QuotedSpan> spans)
    {
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
