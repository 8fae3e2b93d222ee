using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Context;

/// <summary>
/// Cuts many pieces at once: the pretokenizer's rules as operations on bit masks of up to 64 characters, without a branch for each
/// character or piece. What masks cannot decide (surrogates, a mark without a letter, capitals beside letters without case) is left to
/// <see cref="IPieceSplitter.EndOfPiece"/>, which says what is right in every case.
/// </summary>
/// <typeparam name="TSplitter">The pretokenizer.</typeparam>
internal readonly struct PieceWindow<TSplitter>
    where TSplitter : struct, IPieceSplitter
{
    private PieceWindow(ulong starts, int length, ulong nonAscii)
    {
        Starts = starts;
        Length = length;
        NonAscii = nonAscii;
    }

    /// <summary>Gets where pieces begin: bit i for the character at i. Bit 0 is set, and only bits below <see cref="Length"/> are.</summary>
    public ulong Starts { get; }

    /// <summary>Gets the characters that the pieces take together. 0 where the masks do not say where the first one ends.</summary>
    public int Length { get; }

    /// <summary>Gets the characters that are not ASCII.</summary>
    public ulong NonAscii { get; }

    /// <summary>Cuts the pieces at a place of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where a piece begins; less than the text's length.</param>
    [SkipLocalsInit]
    public static PieceWindow<TSplitter> At(ReadOnlySpan<char> text, int start)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            // Without vectors, masks take longer than looking at the characters.
            return default;
        }

        var rest = text[start..];
        if (rest.Length > CharMasks.Length)
        {
            return Cut(CharMasks.Of(ref MemoryMarshal.GetReference(rest)), rest, CharMasks.Length);
        }

        Span<char> padded = stackalloc char[CharMasks.Length];
        rest.CopyTo(padded);
        padded[rest.Length..].Fill(' ');
        return Cut(CharMasks.Of(ref MemoryMarshal.GetReference(padded)), rest, rest.Length);
    }

    private static PieceWindow<TSplitter> Cut(in CharMasks masks, ReadOnlySpan<char> text, int length)
    {
        var inside = ulong.MaxValue >> (CharMasks.Length - length);
        var atEnd = length == text.Length;
        var white = masks.White & inside;
        var newLine = masks.NewLine & inside;
        var mark = masks.Mark & inside;
        var letter = (masks.Upper | masks.Lower) & inside;
        var symbol = masks.Symbol & inside;
        if (!TSplitter.MarksAreLetters)
        {
            letter &= ~mark;
            symbol |= mark;
        }

        var odd = masks.Odd & inside;
        var afterSpace = masks.Space << 1;
        var alone = symbol & ~(symbol << 1) & ~afterSpace;
        var blank = white & ~newLine;

        // A word takes one character in front: white space, of which the last before it is always left, or a symbol that is alone.
        var starts = letter & ~(letter << 1) & ~((blank | alone) << 1);
        starts |= alone;
        starts |= Numbers(masks.Number & inside);
        if (TSplitter.WordsEndAtCapitals)
        {
            var capital = masks.Upper & ~masks.Lower;
            var caseless = masks.Upper & masks.Lower;
            starts |= capital & (masks.Lower << 1);
            odd |= inside & ((capital & (caseless << 1)) | (caseless & (capital << 1)));
            odd |= mark & ~(letter << 1);
        }

        // Symbols take the line breaks behind them; the addition carries along each such run.
        var taken = newLine & ~(newLine + (newLine & (symbol << 1)));
        if (TSplitter.SymbolsTakeSlashes)
        {
            odd |= Slashes(symbol & (taken << 1), text);
        }

        // White space up to its last line break, then all but the last character, then that.
        var space = white & ~taken;
        starts |= (space & ~(space << 1)) | AfterLastNewLine(newLine & ~taken, blank, newLine);
        starts |= blank & ~(white >> 1) & (inside >> 1);
        starts = Contractions(starts, letter, masks.Apostrophe & inside & (TSplitter.ContractionsStandAlone ? alone : letter << 1), text, inside);
        starts = (starts & inside) | 1;
        return atEnd ? UpToEnd(starts, space, odd, length, masks.NonAscii) : UpToLastSure(starts, space, odd, masks.NonAscii);
    }

    private static PieceWindow<TSplitter> UpToEnd(ulong starts, ulong space, ulong odd, int length, ulong nonAscii)
    {
        if (odd != 0)
        {
            return UpToOdd(starts, odd, nonAscii);
        }

        starts &= TSplitter.WhiteSpaceIsWholeAtEnd ? UpToRunAtEnd(space, length) : ulong.MaxValue;
        return new PieceWindow<TSplitter>(starts, length, nonAscii);
    }

    /// <summary>The text goes on: white space at the window's end is decided about in the next one, and so is the last piece.</summary>
    private static PieceWindow<TSplitter> UpToLastSure(ulong starts, ulong space, ulong odd, ulong nonAscii)
        => UpToOdd(starts & UpToRunAtEnd(space, CharMasks.Length), odd, nonAscii);

    /// <summary>All bits up to the beginning of the run that ends at a length.</summary>
    private static ulong UpToRunAtEnd(ulong run, int length)
    {
        var before = ~(run << (CharMasks.Length - length));
        var start = length - BitOperations.LeadingZeroCount(before);
        return start >= CharMasks.Length ? ulong.MaxValue : ~(ulong.MaxValue << start << 1);
    }

    private static PieceWindow<TSplitter> UpToOdd(ulong starts, ulong odd, ulong nonAscii)
    {
        // All bits below the lowest that is set; all where none is.
        starts &= odd == 0 ? ulong.MaxValue : (odd & (0 - odd)) - 1;
        starts |= 1;
        var length = CharMasks.Length - 1 - BitOperations.LeadingZeroCount(starts);
        return new PieceWindow<TSplitter>(starts & ~(1UL << length), length, nonAscii);
    }

    /// <summary>Numbers begin a piece at every third digit.</summary>
    private static ulong Numbers(ulong number)
    {
        var starts = number & ~(number << 1);
        var three = number & (number << 1) & (number << 2) & (number << 3);
        for (var next = (starts << 3) & three; next != 0; next = (next << 3) & three)
        {
            starts |= next;
        }

        return starts;
    }

    /// <summary>The white space behind a run's last line break. Behind one that is not the last, nothing begins.</summary>
    private static ulong AfterLastNewLine(ulong newLine, ulong blank, ulong allNewLines)
    {
        var starts = (newLine << 1) & blank;
        for (var inner = (blank + starts) & ~blank & allNewLines; inner != 0; inner &= inner - 1)
        {
            var before = BitOperations.TrailingZeroCount(inner);
            var run = CharMasks.Length - BitOperations.LeadingZeroCount(~blank & ((1UL << before) - 1));
            starts &= ~(1UL << run);
        }

        return starts;
    }

    private static ulong Contractions(ulong starts, ulong letter, ulong apostrophes, ReadOnlySpan<char> text, ulong inside)
    {
        var after = -1;
        for (; apostrophes != 0; apostrophes &= apostrophes - 1)
        {
            var at = BitOperations.TrailingZeroCount(apostrophes);
            var length = SharedRules.ContractionLength(text, at);
            if (length == 0 || (!TSplitter.ContractionsStandAlone && at == after))
            {
                // What stands behind a contraction is not behind a word.
                continue;
            }

            after = at + length;
            starts &= ~(((1UL << length) - 1) << at);
            starts |= TSplitter.ContractionsStandAlone ? 1UL << at : 0;
            starts |= after < CharMasks.Length ? letter & inside & (1UL << after) : 0;
        }

        return starts;
    }

    private static ulong Slashes(ulong afterLineBreak, ReadOnlySpan<char> text)
    {
        var slashes = 0UL;
        for (; afterLineBreak != 0; afterLineBreak &= afterLineBreak - 1)
        {
            var at = BitOperations.TrailingZeroCount(afterLineBreak);
            slashes |= text[at] == '/' ? 1UL << at : 0;
        }

        return slashes;
    }
}
