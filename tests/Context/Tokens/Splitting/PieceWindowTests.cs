using System.Numerics;
using System.Runtime.InteropServices;

namespace Parsimony.Context.Tests;

/// <summary>Pieces cut many at once against pieces cut one by one.</summary>
public class PieceWindowTests
{
    [Fact]
    public void Windows_cut_o200k_base_where_single_pieces_end() => Compare<O200kSplitter>();

    [Fact]
    public void Windows_cut_cl100k_base_where_single_pieces_end() => Compare<Cl100kSplitter>();

    [Fact]
    public void The_first_piece_of_a_window_that_masks_cannot_decide_is_left_to_the_splitter()
    {
        Assert.Equal(0, PieceWindow<O200kSplitter>.At("😀 ", 0).Length);
        Assert.Equal(0, PieceWindow<O200kSplitter>.At(new string('a', 100), 0).Length);
    }

    [Fact]
    public void Ascii_has_the_same_kinds_without_the_table_as_with_it()
    {
        var text = Enumerable.Range(0, 128).Select(i => (char)i).ToArray();
        for (var start = 0; start <= text.Length - CharMasks.Length; start++)
        {
            ref var first = ref MemoryMarshal.GetReference(text.AsSpan(start));
            Assert.Equal(Bits(CharMasks.OfAny(ref first)), Bits(CharMasks.Of(ref first)));
        }
    }

    private static ulong[] Bits(CharMasks masks) =>
    [
        masks.Upper, masks.Lower, masks.Mark, masks.Number, masks.White, masks.NewLine, masks.Symbol, masks.Odd, masks.Space,
        masks.Apostrophe, masks.NonAscii,
    ];

    private static void Compare<TSplitter>()
        where TSplitter : struct, IPieceSplitter
    {
        var windows = 0;
        foreach (var text in RandomTexts.Of(seed: 5, count: 40_000))
        {
            var ends = new List<int>();
            for (var start = 0; start < text.Length; start = ends[^1])
            {
                var window = PieceWindow<TSplitter>.At(text, start);
                for (var starts = window.Starts & (window.Starts - 1); window.Length > 0 && starts != 0; starts &= starts - 1)
                {
                    ends.Add(start + BitOperations.TrailingZeroCount(starts));
                }

                windows += window.Length > 0 ? 1 : 0;
                ends.Add(window.Length > 0 ? start + window.Length : TSplitter.EndOfPiece(text, start));
            }

            Assert.Equal(EndsOneByOne<TSplitter>(text), ends);
        }

        Assert.True(windows > 40_000, $"only {windows} windows decided anything");
    }

    private static List<int> EndsOneByOne<TSplitter>(string text)
        where TSplitter : struct, IPieceSplitter
    {
        var ends = new List<int>();
        for (var start = 0; start < text.Length; start = ends[^1])
        {
            ends.Add(TSplitter.EndOfPiece(text, start));
        }

        return ends;
    }
}
