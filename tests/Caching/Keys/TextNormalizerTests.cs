namespace Parsimony.Caching.Tests.Keys;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("a b", "a b")]
    [InlineData(" a \t\n b ", "a b")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\ud800 x", "\ud800 x")]
    public void Folds_white_space_and_composes(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Theory]
    [InlineData("if x:\n    a\n    b", "if x:\n    a\nb")]
    [InlineData("```\na\n  b\n```", "```\na\nb\n```")]
    public void Keeps_the_layout_of_code(string one, string other) => Assert.NotEqual(TextNormalizer.Normalize(one), TextNormalizer.Normalize(other));

    [Fact]
    public void Leaves_a_normal_text_the_very_same_object()
    {
        var text = "How do I top up?";

        Assert.Same(text, TextNormalizer.Normalize(text));
    }
}
