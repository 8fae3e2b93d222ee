namespace Parsimony.Context.Tests.Compaction.WhiteSpace;

public class WhiteSpaceCompactorTests
{
    [Theory]
    [InlineData("One.  Two   three.   \n\n\n\n  Four.\t\n", "One. Two three.\n\n  Four.\n")]
    [InlineData("a\u00a0 \u00a0b\r\n\r\n\r\nc", "a\u00a0b\r\n\r\nc")]
    [InlineData("{\"a\" : [1, 2.50, 1e3 ],\n  \"b  c\": \"x  \\\" y\"}", "{\"a\":[1,2.50,1e3],\"b  c\":\"x  \\\" y\"}")]
    public void Blanks_that_say_nothing_go(string text, string expected) => Assert.Equal(expected, Compact(text));

    [Fact]
    public void Code_keeps_its_indentation_and_its_runs()
    {
        const string Code = "def f(a):\n    if a:\n        x = \"a   b\"   \n\n\n\n    return  [x,   1]\n";

        Assert.Equal("def f(a):\n    if a:\n        x = \"a   b\"\n\n    return  [x,   1]\n", Compact(Code));
    }

    [Fact]
    public void Tables_keep_their_columns()
    {
        const string Table = "name        age\nNew York    12\nOslo        7";

        Assert.Null(Compact(Table));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nothing to do.")]
    [InlineData("{\"a\":1}")]
    public void What_has_nothing_to_lose_is_left(string text) => Assert.Null(Compact(text));

    [Theory]
    [InlineData("{ \"a\": 1, }  ")]
    [InlineData("[1, 2")]
    public void What_only_looks_like_json_is_no_json(string text) => Assert.Equal(text.TrimEnd(), Compact(text) ?? text);

    private static string? Compact(string text) => new WhiteSpaceCompactor().Compact(text, Texts.Target(int.MaxValue));
}
