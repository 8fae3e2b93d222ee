namespace Parsimony.Caching.Tests.Keys;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("a b", "a b")]
    [InlineData(" a \t b ", "a b")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\ud800 x", "\ud800 x")]
    public void Folds_blanks_and_composes(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Theory]
    [InlineData(" a \t\n b ", "a\nb")]
    [InlineData("a\r\nb\rc\u0085d\u2028e", "a\nb\nc\nd\ne")]
    [InlineData("a \n \n\n\tb\n", "a\nb")]
    [InlineData("1  2 \n3", "1 2\n3")]
    [InlineData("1\n2 3", "1\n2 3")]
    public void Keeps_line_breaks_one_for_each_run(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Theory]
    [InlineData("if x:\n    a\n    b", "if x:\n    a\nb")]
    [InlineData("```\na\n  b\n```", "```\na\nb\n```")]
    public void Keeps_the_layout_of_code(string one, string other) => Assert.NotEqual(TextNormalizer.Normalize(one), TextNormalizer.Normalize(other));

    [Theory]
    [InlineData("How do I top up?")]
    [InlineData("How do I top up?\nBy card.")]
    public void Leaves_a_normal_text_the_very_same_object(string text) => Assert.Same(text, TextNormalizer.Normalize(text));

    [Fact]
    public void Texts_that_differ_in_where_their_lines_break_have_two_keys()
    {
        Assert.NotEqual(Plans.Of("Add up each row:\n1 2\n3").Key, Plans.Of("Add up each row:\n1\n2 3").Key);
        Assert.Equal(Plans.Of("Add up each row:\n1 2\n3").Key, Plans.Of("Add up each row: \r\n1  2\r\n\r\n3\r\n").Key);
    }

    [Theory]
    [InlineData("1 2\n3", "1\n2 3", true)]
    [InlineData("ab", "a b", true)]
    [InlineData("a", "a", false)]
    [InlineData("a b", "a c", false)]
    [InlineData("a b", "a b c", false)]
    public void Tells_texts_that_differ_in_layout_only(string text, string other, bool expected)
    {
        Assert.Equal(expected, TextNormalizer.DifferInLayoutOnly(text, other));
        Assert.Equal(expected, TextNormalizer.DifferInLayoutOnly(other, text));
    }
}
