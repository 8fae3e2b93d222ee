using System.Runtime.InteropServices;

namespace Parsimony.Context.Tests;

public class PieceTableTests
{
    [Fact]
    public void Ascii_pieces_are_found_with_their_counts_or_not_at_all() => Fill<AsciiPieceKey>("abcdefghij");

    [Fact]
    public void Other_pieces_are_found_with_their_counts_or_not_at_all() => Fill<WidePieceKey>("абвгд中文字éあ");

    [Fact]
    public void A_count_may_be_as_large_as_the_piece_is_long()
    {
        for (var length = 1; length <= AsciiPieceKey.MaxLength; length++)
        {
            var key = Key<AsciiPieceKey>(new string('x', length));
            Assert.Equal(length, key.WithCount(length).Count);
            Assert.True(key.IsSamePiece(key.WithCount(length)));
        }
    }

    [Fact]
    public void Pieces_that_begin_alike_are_told_apart()
    {
        Assert.False(Key<AsciiPieceKey>("a").IsSamePiece(Key<AsciiPieceKey>("ab").WithCount(1)));
        Assert.False(Key<WidePieceKey>("é").IsSamePiece(Key<WidePieceKey>("éa").WithCount(1)));
    }

    private static void Fill<TKey>(string alphabet)
        where TKey : struct, IPieceKey<TKey>
    {
        // More pieces than fit: what is found is right, and what was added last is found.
        var random = new Random(9);
        var table = new PieceTable<TKey>();
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 200_000; i++)
        {
            var piece = string.Create(random.Next(1, TKey.MaxLength + 1), (random, alphabet), static (span, s) =>
            {
                foreach (ref var c in span)
                {
                    c = s.alphabet[s.random.Next(s.alphabet.Length)];
                }
            });
            var key = Key<TKey>(piece);
            var found = table.Find(key);
            if (counts.TryGetValue(piece, out var count))
            {
                Assert.True(found == 0 || found == count, $"{piece}: {found} found, {count} added");
            }
            else
            {
                Assert.Equal(0, found);
                counts.Add(piece, count = 1 + random.Next(piece.Length));
            }

            if (found == 0)
            {
                table.Add(key, count);
            }

            Assert.Equal(count, table.Find(key));
        }

        Assert.True(counts.Count > 100_000);
    }

    private static TKey Key<TKey>(string piece)
        where TKey : struct, IPieceKey<TKey>
        => TKey.Of(ref MemoryMarshal.GetReference(piece.PadRight(TKey.Readable, '!').AsSpan()), piece.Length);
}
