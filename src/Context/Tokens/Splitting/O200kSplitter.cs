namespace Parsimony.Context;

/// <summary>
/// The pretokenizer of o200k_base, whose pattern (OpenAI's tiktoken, MIT) has these alternatives, U being
/// <c>[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]</c>, L <c>[\p{Ll}\p{Lm}\p{Lo}\p{M}]</c> and C a contraction:
/// <c>[^\r\n\p{L}\p{N}]?U*L+C?|[^\r\n\p{L}\p{N}]?U+L*C?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
/// <remarks>
/// U and L overlap in letters without case and in marks, and a mark may also be the character in front of a word. So the pattern
/// backtracks; the methods here say in each case where that ends.
/// </remarks>
internal readonly struct O200kSplitter : IPieceSplitter
{
    /// <inheritdoc/>
    public static bool MarksAreLetters => true;

    /// <inheritdoc/>
    public static bool WordsEndAtCapitals => true;

    /// <inheritdoc/>
    public static bool ContractionsStandAlone => false;

    /// <inheritdoc/>
    public static bool SymbolsTakeSlashes => true;

    /// <inheritdoc/>
    public static bool WhiteSpaceIsWholeAtEnd => false;

    /// <inheritdoc/>
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        // Most pieces of most texts: an ASCII word, with or without a space in front. Here nothing can backtrack.
        var letters = text[start] == ' ' ? start + 1 : start;
        var upper = SharedRules.EndOfRange(text, letters, 'A', 'Z');
        var lower = SharedRules.EndOfRange(text, upper, 'a', 'z');
        if (lower > letters && (lower == text.Length || text[lower] < 0x80))
        {
            return lower + SharedRules.ContractionLength(text, lower);
        }

        var kind = CharKinds.At(text, start, out var length);
        var word = EndOfWord(text, start, kind, length);
        if (word > start)
        {
            return word + SharedRules.ContractionLength(text, word);
        }

        if ((kind & CharKinds.Number) != 0)
        {
            return SharedRules.EndOfNumber(text, start);
        }

        var symbols = SharedRules.EndOfSymbols(text, start);
        if (symbols > start)
        {
            while (symbols < text.Length && text[symbols] is '\r' or '\n' or '/')
            {
                symbols++;
            }

            return symbols;
        }

        return SharedRules.EndOfWhiteSpace(text, start, wholeAtEnd: false);
    }

    /// <summary>The first two alternatives without the contraction, each tried first behind one other character, then without it.</summary>
    private static int EndOfWord(ReadOnlySpan<char> text, int start, byte kind, int length)
    {
        var isWord = (kind & CharKinds.Word) != 0;
        if (isWord && (kind & CharKinds.Mark) == 0)
        {
            var lower = EndOfUpperThenLower(text, start, out var upper);
            return lower > start ? lower : upper;
        }

        if ((kind & (CharKinds.Number | CharKinds.NewLine)) != 0)
        {
            return start;
        }

        var inner = start + length;
        var end = EndOfUpperThenLower(text, inner, out var innerUpper);
        if (end > inner)
        {
            return end;
        }

        if (isWord)
        {
            // A mark in front of capitals: "U*L+" without a character in front matches the mark alone.
            end = EndOfUpperThenLower(text, start, out _);
            if (end > start)
            {
                return end;
            }
        }

        return innerUpper > inner ? innerUpper : start;
    }

    /// <summary>Matches <c>U*L+</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the match begins.</param>
    /// <param name="upper">The end of <c>U*</c> without what follows it, which is the match of <c>U+L*</c> where <c>U*L+</c> has none.</param>
    /// <returns>The end of the match, or <paramref name="start"/> where there is none.</returns>
    private static int EndOfUpperThenLower(ReadOnlySpan<char> text, int start, out int upper)
    {
        upper = CharKinds.EndOfRun(text, start, CharKinds.Upper);
        var lower = CharKinds.EndOfRun(text, upper, CharKinds.Lower);
        if (lower > upper)
        {
            return lower;
        }

        // Nothing lower follows: U* gives back until its last character is one of L's too, which L+ then takes.
        for (var end = upper; end > start;)
        {
            if ((CharKinds.Before(text, end, out var length) & CharKinds.Lower) != 0)
            {
                return end;
            }

            end -= length;
        }

        return start;
    }
}
