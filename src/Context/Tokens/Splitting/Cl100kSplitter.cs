namespace Parsimony.Context;

/// <summary>
/// The pretokenizer of cl100k_base:
/// <c>'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s</c>
/// (OpenAI's tiktoken, MIT).
/// </summary>
internal readonly struct Cl100kSplitter : IPieceSplitter
{
    /// <inheritdoc/>
    public static bool MarksAreLetters => false;

    /// <inheritdoc/>
    public static bool WordsEndAtCapitals => false;

    /// <inheritdoc/>
    public static bool ContractionsStandAlone => true;

    /// <inheritdoc/>
    public static bool SymbolsTakeSlashes => false;

    /// <inheritdoc/>
    public static bool WhiteSpaceIsWholeAtEnd => true;

    /// <inheritdoc/>
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        // Most pieces of most texts: an ASCII word, with or without a space in front.
        var word = text[start] == ' ' ? start + 1 : start;
        var afterWord = word;
        while (afterWord < text.Length && char.IsAsciiLetter(text[afterWord]))
        {
            afterWord++;
        }

        if (afterWord > word && (afterWord == text.Length || text[afterWord] < 0x80))
        {
            return afterWord;
        }

        var contraction = SharedRules.ContractionLength(text, start);
        if (contraction > 0)
        {
            return start + contraction;
        }

        var kind = CharKinds.At(text, start, out var length);
        var letters = IsLetter(kind) ? start : (kind & (CharKinds.Number | CharKinds.NewLine)) == 0 ? start + length : -1;
        if (letters >= 0)
        {
            var end = EndOfLetters(text, letters);
            if (end > letters)
            {
                return end;
            }
        }

        if ((kind & CharKinds.Number) != 0)
        {
            return SharedRules.EndOfNumber(text, start);
        }

        var symbols = SharedRules.EndOfSymbols(text, start);
        if (symbols > start)
        {
            while (symbols < text.Length && text[symbols] is '\r' or '\n')
            {
                symbols++;
            }

            return symbols;
        }

        return SharedRules.EndOfWhiteSpace(text, start, wholeAtEnd: true);
    }

    private static bool IsLetter(byte kind) => (kind & CharKinds.Word) != 0 && (kind & CharKinds.Mark) == 0;

    private static int EndOfLetters(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsLetter(CharKinds.At(text, start, out var length)))
        {
            start += length;
        }

        return start;
    }
}
