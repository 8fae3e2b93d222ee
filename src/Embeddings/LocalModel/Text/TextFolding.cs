using System.Text;

namespace Parsimony.Embeddings;

/// <summary>
/// Folds compatibility forms (NFKC) and typographic apostrophes, so that texts that look alike read alike. Reused from text to text, so
/// that a text costs no memory; not for two threads at once.
/// </summary>
internal sealed class TextFolding
{
    private char[] plain = new char[512];
    private char[] folded = new char[512];

    /// <summary>Folds a text.</summary>
    /// <returns>The text itself where there is nothing to fold, else characters that stand until the next call.</returns>
    public ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = CopyWithoutBrokenParts(text);
        FoldApostrophes(whole);
        if (IsSettled(whole))
        {
            return whole;
        }

        try
        {
            int length;
            while (!((ReadOnlySpan<char>)whole).TryNormalize(folded, out length, NormalizationForm.FormKC))
            {
                folded = new char[folded.Length * 2];
            }

            // Some compatibility forms hold an apostrophe.
            whole = folded.AsSpan(0, length);
            FoldApostrophes(whole);
        }
        catch (ArgumentException)
        {
            // Characters that this platform does not know: they are read as they are.
        }

        return whole;
    }

    // Half a surrogate pair, and what is no character, cannot be folded and would stop it.
    private Span<char> CopyWithoutBrokenParts(ReadOnlySpan<char> text)
    {
        if (plain.Length < text.Length)
        {
            plain = new char[text.Length];
        }

        var whole = plain.AsSpan(0, text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                (whole[i], whole[i + 1]) = (c, text[i + 1]);
                i++;
            }
            else
            {
                whole[i] = char.IsSurrogate(c) || c == '\uFFFE' ? '\uFFFD' : c;
            }
        }

        return whole;
    }

    /// <summary>Whether a text has only characters that folding leaves alone, whatever stands beside them. Most text is; asking the platform takes longer.</summary>
    internal static bool IsSettled(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            var isSettled = c switch
            {
                < '\u0080' => true,
                >= '\u00C0' and <= '\u0131' => true, // Latin
                >= '\u0391' and <= '\u03CE' => c is not '\u03A2', // Greek
                >= '\u0400' and <= '\u0482' => true, // Cyrillic
                >= '\u2018' and <= '\u201F' => true, // quotation marks
                '\u2013' or '\u2014' or '\u20AC' or '\u20B9' or '\u00A1' or '\u00A3' or '\u00A7' or '\u00AB' or '\u00B0' or '\u00BB' or '\u00BF' => true,
                >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' => true, // Hiragana and Katakana
                >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' => true, // Han and Hangul
                _ => false,
            };
            if (!isSettled)
            {
                return false;
            }
        }

        return true;
    }

    private static void FoldApostrophes(Span<char> text)
    {
        text.Replace('\u2019', '\'');
        text.Replace('\u2018', '\'');
        text.Replace('\u02BC', '\'');
    }
}
