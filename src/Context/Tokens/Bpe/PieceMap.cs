using System.Numerics;

namespace Parsimony.Context;

/// <summary>Makes the map of a text from its pieces.</summary>
/// <typeparam name="TSplitter">The encoding's pretokenizer.</typeparam>
internal static class PieceMap<TSplitter>
    where TSplitter : struct, IPieceSplitter
{
    /// <summary>Maps a text.</summary>
    public static TokenMap Make(ReadOnlySpan<char> text, PieceCounter pieces)
    {
        var map = new TokenMapBuilder(text.Length);
        var pending = 0;
        for (var start = 0; start < text.Length;)
        {
            var window = PieceWindow<TSplitter>.At(text, start);
            var starts = window.Starts;
            var from = start;
            do
            {
                starts &= starts - 1;
                var end = window.Length == 0 ? TSplitter.EndOfPiece(text, from)
                    : start + (starts == 0 ? window.Length : BitOperations.TrailingZeroCount(starts));
                pending += window.Length == 0 ? pieces.Count(text[from..end]) : pieces.Count(text[from..], end - from, window.NonAscii >> (from - start));
                if (!EndsInsideWhiteSpace(text, from, end))
                {
                    map.Add(end, pending);
                    pending = 0;
                }

                from = end;
            }
            while (starts != 0);
            start = from;
        }

        return map.Build();
    }

    // At the end of a text a run of white space is one piece, which in its middle is two: a slice must not end behind the second.
    private static bool EndsInsideWhiteSpace(ReadOnlySpan<char> text, int start, int end)
        => start > 0 && end < text.Length && char.IsWhiteSpace(text[start - 1]) && char.IsWhiteSpace(text[end - 1]) && text[end - 1] is not ('\r' or '\n');
}
