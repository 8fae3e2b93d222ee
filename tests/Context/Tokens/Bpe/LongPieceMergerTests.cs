using System.Diagnostics;
using System.Text;

namespace Parsimony.Context.Tests;

public class LongPieceMergerTests
{
    private static readonly Vocabulary O200k = RankTables.Load("o200k_base");

    [Fact]
    public void It_joins_as_the_short_merger_does()
    {
        var merger = new LongPieceMerger(O200k);
        var random = new Random(3);
        var starts = new int[PieceMerger.MaxLength + 1];
        for (var round = 0; round < 500; round++)
        {
            var alphabet = round % 3 == 0 ? "ab" : round % 3 == 1 ? "etaoinshrdlu" : "中文字あのア한글กา";
            var piece = Utf8(string.Concat(Enumerable.Range(0, 1 + random.Next(160)).Select(_ => alphabet[random.Next(alphabet.Length)])));
            var count = PieceMerger.Merge(O200k, piece, starts);
            var wanted = random.Next(count + 2);
            Assert.Equal(count, merger.Merge(piece, wanted, out var length));
            Assert.Equal(starts[Math.Min(wanted, count)], length);
        }
    }

    [Fact]
    public void A_join_that_makes_a_joint_of_lower_rank_is_followed_by_that_one()
    {
        // No trained table has such ranks; a merger that is exact by definition handles them all the same. "bc" is rank 4, but "abc",
        // possible only after "ab" (rank 5), is rank 3.
        byte[][] tokens = [[(byte)'a'], [(byte)'b'], [(byte)'c'], "abc"u8.ToArray(), "xx"u8.ToArray(), "ab"u8.ToArray(), "abcab"u8.ToArray(), "cab"u8.ToArray()];
        var vocabulary = new Vocabulary([.. tokens.Select(t => (byte)t.Length)], [.. tokens.SelectMany(t => t)]);
        var starts = new int[PieceMerger.MaxLength + 1];
        foreach (var piece in new[] { "abcabc", "abab", "aabcabcabbc", "cabcabcab" })
        {
            var bytes = Utf8(piece);
            Assert.Equal(PieceMerger.Merge(vocabulary, bytes, starts), new LongPieceMerger(vocabulary).Merge(bytes, 0, out _));
        }
    }

    [Fact]
    public void Ten_times_the_length_takes_about_ten_times_as_long()
    {
        foreach (var letter in new[] { 'a', '^', ' ', '_', '中' })
        {
            var tenth = Time(() => TokenCounter.O200kBase.Count(new string(letter, 30_000)));
            var whole = Time(() => TokenCounter.O200kBase.Count(new string(letter, 300_000)));

            // Quadratic would be a hundred times; the rest is the machine's noise.
            Assert.True(whole < (50 * tenth) + TimeSpan.FromMilliseconds(200), $"'{letter}': {tenth} and {whole}");
        }
    }

    // Mergers read a little behind the piece.
    private static ReadOnlySpan<byte> Utf8(string piece)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(piece) + Vocabulary.Readable];
        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(piece, bytes));
    }

    private static TimeSpan Time(Action action)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 2; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }
}
