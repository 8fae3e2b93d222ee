namespace Parsimony.Context.Tests;

public class PrefixLengthTests
{
    private static readonly string[] Parts =
    [
        "a", "unbelievable", " hello", "  ", "\n", "\n\n", " ", "   x", "'s", "'LL", "中文", "日本語", "😀", "👍🏽", "é", "..", "!", "12", "3456",
        "\ud800", "if (", "\t", "internationalization", "𝐚𝐛", "A\u0301",
    ];

    [Fact]
    public void The_prefix_is_the_longest_that_fits_by_trying_all()
    {
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Parts[random.Next(Parts.Length)]));
            foreach (var counter in new[] { TokenCounter.O200kBase, TokenCounter.Cl100kBase })
            {
                for (var maxTokens = 0; maxTokens < 10; maxTokens++)
                {
                    var length = counter.GetPrefixLength(text, maxTokens, out var count);
                    Assert.Equal(LongestByTrying(counter, text, maxTokens), length);
                    Assert.Equal(counter.Count(text.AsSpan(0, length)), count);
                }
            }
        }
    }

    [Fact]
    public void A_text_that_fits_is_its_own_prefix()
    {
        Assert.Equal(0, TokenCounter.O200kBase.GetPrefixLength("", 5, out var none));
        Assert.Equal(0, none);
        Assert.Equal(11, TokenCounter.O200kBase.GetPrefixLength("hello world", 2, out var two));
        Assert.Equal(2, two);
    }

    [Fact]
    public void No_tokens_make_an_empty_prefix()
    {
        Assert.Equal(0, TokenCounter.O200kBase.GetPrefixLength("hello", 0, out var count));
        Assert.Equal(0, count);
    }

    [Fact]
    public void A_negative_number_of_tokens_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => TokenCounter.O200kBase.GetPrefixLength("hello", -1, out _));

    [Fact]
    public void A_prefix_of_one_long_piece_fits_and_is_nearly_all_that_could()
    {
        foreach (var letter in new[] { "a", "^", " ", "中", "\n" })
        {
            var text = string.Concat(Enumerable.Repeat(letter, 5_000));
            foreach (var counter in new[] { TokenCounter.O200kBase, TokenCounter.Cl100kBase })
            {
                var length = counter.GetPrefixLength(text, 20, out var count);
                Assert.Equal(counter.Count(text.AsSpan(0, length)), count);
                Assert.Equal(20, count);
                Assert.True(counter.Count(text.AsSpan(0, length + 1)) > 20);
            }
        }
    }

    private static int LongestByTrying(TokenCounter counter, string text, int maxTokens)
    {
        for (var length = text.Length; length > 0; length--)
        {
            var splitsPair = length < text.Length && char.IsSurrogatePair(text[length - 1], text[length]);
            if (!splitsPair && counter.Count(text.AsSpan(0, length)) <= maxTokens)
            {
                return length;
            }
        }

        return 0;
    }
}
