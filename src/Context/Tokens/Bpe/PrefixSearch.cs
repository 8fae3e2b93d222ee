using System.Text;

namespace Parsimony.Context;

/// <summary>
/// Finds the longest prefix with at most so many tokens. The count of a prefix does not always grow with it ("unbeliev" has more tokens
/// than "unbelievable"), and where a prefix ends changes how its end is cut into pieces. So the piece in which the tokens run out is
/// searched from its end back, each candidate counted as it would be alone.
/// </summary>
internal static class PrefixSearch<TSplitter>
    where TSplitter : struct, IPieceSplitter
{
    // A piece up to this length is searched from its end, each candidate counted afresh from the anchor. In a longer one that would take
    // for ever: the search begins Reach (the longest token) behind the last token that still fits, and counts from Overlap tokens in
    // front of it.
    private const int MaxSearched = 256;
    private const int Reach = 128;
    private const int Overlap = 16;

    /// <summary>Finds the prefix.</summary>
    public static int Find(ReadOnlySpan<char> text, int maxTokens, PieceCounter pieces, out int tokenCount)
    {
        // The pieces up to the anchor do not depend on where the text ends. White space does: it is cut by what follows it.
        var anchor = default(Place);
        var here = default(Place);
        while (here.Index < text.Length)
        {
            if (TrySkipWindow(text, ref here, maxTokens, pieces))
            {
                anchor = here;
                continue;
            }

            var end = TSplitter.EndOfPiece(text, here.Index);
            var pieceCount = pieces.Count(text[here.Index..end]);
            var isBlank = char.IsWhiteSpace(text[here.Index]) && char.IsWhiteSpace(text[end - 1]);
            if (pieceCount > maxTokens - here.Tokens)
            {
                var last = isBlank ? EndOfBlank(text, end) : end;
                var from = anchor;
                if (last - here.Index > MaxSearched)
                {
                    from = SkipTokens(text, here, last, maxTokens - here.Tokens - Overlap, pieces);
                    last = Math.Min(last, SkipTokens(text, here, last, maxTokens - here.Tokens, pieces).Index + Reach);
                }

                return SearchBack(text, anchor, from, last, maxTokens, pieces, out tokenCount);
            }

            here = new Place(end, here.Tokens + pieceCount);
            anchor = isBlank ? anchor : here;
        }

        tokenCount = here.Tokens;
        return text.Length;
    }

    /// <summary>Skips many pieces at once, where all of them fit and the last one does not depend on where the text ends.</summary>
    private static bool TrySkipWindow(ReadOnlySpan<char> text, ref Place here, int maxTokens, PieceCounter pieces)
    {
        var window = PieceWindow<TSplitter>.At(text, here.Index);
        if (window.Length == 0 || char.IsWhiteSpace(text[here.Index + window.Length - 1]))
        {
            return false;
        }

        var count = pieces.Count(text[here.Index..], window.Starts, window.Length, window.NonAscii);
        if (count > maxTokens - here.Tokens)
        {
            return false;
        }

        here = new Place(here.Index + window.Length, here.Tokens + count);
        return true;
    }

    private static int SearchBack(
        ReadOnlySpan<char> text, Place anchor, Place from, int last, int maxTokens, PieceCounter pieces, out int tokenCount)
    {
        for (var length = last; length > anchor.Index; length--)
        {
            if (length < text.Length && char.IsSurrogatePair(text[length - 1], text[length]))
            {
                continue;
            }

            // Joins inside a piece reach back only so far, so a count from a little in front says which candidates are worth a full one.
            if (from != anchor && from.Index < length && Count(text, from, length, pieces) > maxTokens)
            {
                continue;
            }

            tokenCount = Count(text, anchor, length, pieces);
            if (tokenCount <= maxTokens)
            {
                return length;
            }
        }

        tokenCount = anchor.Tokens;
        return anchor.Index;
    }

    private static int Count(ReadOnlySpan<char> text, Place from, int end, PieceCounter pieces)
        => from.Tokens + BpeTokenCounter<TSplitter>.Count(text[from.Index..end], pieces);

    /// <summary>Finds the place so many tokens into a piece; a token that ends inside a character counts with all of it.</summary>
    private static Place SkipTokens(ReadOnlySpan<char> text, Place start, int end, int tokens, PieceCounter pieces)
    {
        if (tokens <= 0)
        {
            return start;
        }

        pieces.Encode(text[start.Index..end], tokens, out var bytes);
        var index = start.Index;
        while (bytes > 0)
        {
            Rune.DecodeFromUtf16(text[index..end], out var rune, out var consumed);
            bytes -= rune.Utf8SequenceLength;
            index += consumed;
        }

        return new Place(index, start.Tokens + tokens);
    }

    private static int EndOfBlank(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>A place in the text and the tokens in front of it.</summary>
    private readonly record struct Place(int Index, int Tokens);
}
