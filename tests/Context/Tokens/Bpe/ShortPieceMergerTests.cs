using System.Text;

namespace Parsimony.Context.Tests;

public class ShortPieceMergerTests
{
    private static readonly Vocabulary[] Tables = [RankTables.Load("o200k_base"), RankTables.Load("cl100k_base")];

    [Fact]
    public void It_counts_as_the_merger_of_longer_pieces_does_at_every_length()
    {
        var random = new Random(11);
        var starts = new int[PieceMerger.MaxLength + 1];
        string[] alphabets = ["a", "ab", "etaoinshrdlu", " Grzegorz'Brzęczyszczykiewicz", "0123456789abcdef", "=-_/", "中文字あのア한글กา", "éü\u0301ß", "😀🧑‍🚀\ufffd"];
        for (var round = 0; round < 6_000; round++)
        {
            var alphabet = alphabets[round % alphabets.Length];
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(ShortPieceMerger.MaxLength)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var bytes = new byte[Encoding.UTF8.GetByteCount(text) + Vocabulary.Readable];
            // A piece may end inside a character here: bytes are all that a merger knows.
            var piece = bytes.AsSpan(0, Math.Min(Encoding.UTF8.GetBytes(text, bytes), ShortPieceMerger.MaxLength));
            var vocabulary = Tables[round % 2];
            Assert.Equal(PieceMerger.Merge(vocabulary, piece, starts), ShortPieceMerger.Count(vocabulary, piece));
        }
    }

    [Fact]
    public void Random_bytes_count_alike()
    {
        var random = new Random(12);
        var starts = new int[PieceMerger.MaxLength + 1];
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[ShortPieceMerger.MaxLength + Vocabulary.Readable];
            random.NextBytes(bytes);
            var piece = bytes.AsSpan(0, 1 + (round % ShortPieceMerger.MaxLength));
            Assert.Equal(PieceMerger.Merge(Tables[0], piece, starts), ShortPieceMerger.Count(Tables[0], piece));
        }
    }

    [Fact]
    public void The_longest_pieces_of_the_tables_of_short_ones_fit()
        => Assert.True(Math.Max(AsciiPieceKey.MaxLength, 3 * WidePieceKey.MaxLength) <= ShortPieceMerger.MaxLength);
}
