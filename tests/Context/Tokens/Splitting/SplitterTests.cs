using System.Text;
using System.Text.RegularExpressions;

namespace Parsimony.Context.Tests;

/// <summary>The hand-written splitters against the patterns they stand for, piece by piece.</summary>
public class SplitterTests
{
    private static readonly Regex O200k = new(
        @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'[sſ]|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'[sſ]|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
        RegexOptions.CultureInvariant);

    private static readonly Regex Cl100k = new(
        @"'(?i:[sſdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|(?>\s+)\z|\s*[\r\n]|\s+(?!\S)|\s",
        RegexOptions.CultureInvariant);

    // Everything the patterns tell apart. No pairs of surrogates: this regex engine sees two characters in one.
    private const string Characters = "abzAZÉßǅʰªſ中のกاह\u0301\u0903\u20dd'’stmdrevlSTMDREVL019½٣Ⅷ \u00a0\u3000\u0085\t\r\n\n\u2028!/.,-_({€\ufeff\u200d\ufe0f\ufffd";

    [Fact]
    public void Random_text_is_cut_as_the_pattern_of_o200k_base_cuts_it() => Compare<O200kSplitter>(O200k);

    [Fact]
    public void Random_text_is_cut_as_the_pattern_of_cl100k_base_cuts_it() => Compare<Cl100kSplitter>(Cl100k);

    [Fact]
    public void A_pair_of_surrogates_is_one_letter_one_digit_or_one_symbol()
    {
        Assert.Equal(["𝐚𝐛'll", "(x"], Split<O200kSplitter>("𝐚𝐛'll(x"));
        Assert.Equal(["𝟏𝟐𝟑", "𝟒"], Split<O200kSplitter>("𝟏𝟐𝟑𝟒"));
        Assert.Equal(["😀a", "!😀"], Split<O200kSplitter>("😀a!😀"));
        Assert.Equal(["𠀀", "\n"], Split<Cl100kSplitter>("𠀀\n"));
    }

    private static void Compare<TSplitter>(Regex pattern)
        where TSplitter : struct, IPieceSplitter
    {
        var random = new Random(17);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var i = 1 + random.Next(16); i > 0; i--)
            {
                text.Append(Characters[random.Next(Characters.Length)], random.Next(8) == 0 ? 1 + random.Next(4) : 1);
            }

            var whole = text.ToString();
            Assert.Equal(pattern.Matches(whole).Select(m => m.Value), Split<TSplitter>(whole));
        }
    }

    private static List<string> Split<TSplitter>(string text)
        where TSplitter : struct, IPieceSplitter
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = TSplitter.EndOfPiece(text, start);
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }
}
