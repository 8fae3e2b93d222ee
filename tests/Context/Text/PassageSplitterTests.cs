namespace Parsimony.Context.Tests.Text;

public class PassageSplitterTests
{
    [Theory]
    [InlineData("One two three.\n\nFour five.", 4, "One two three.\n\n|Four five.")]
    [InlineData("One two.\r\n\r\nThree four.\nFive.", 3, "One two.\r\n\r\n|Three four.\n|Five.")]
    [InlineData("One two. Three four! Five?", 3, "One two.| Three four!| Five?")]
    [InlineData("これは文です。次の文です。", 5, "これは文です。|次の文です。")]
    [InlineData("one two three four five", 2, "one two| three four| five")]
    [InlineData("[{\"a\":1}, {\"b\":2}]", 7, "[{\"a\":1},| {\"b\":2}]")]
    public void Texts_are_split_at_the_best_places_there_are(string text, int maxTokens, string expected) =>
        Assert.Equal(expected, string.Join('|', PassageSplitter.Split(text, maxTokens, TokenCounter.O200kBase).Select(p => text.Substring(p.Start, p.Length))));

    [Fact]
    public void Passages_make_up_the_text_and_keep_to_the_limit()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => (i % 7) switch { 0 => "🧑‍🚀", 1 => "\n\n", 2 => "word. ", 3 => new string('x', i), 4 => "日本語", _ => $"some words {i} " }));
        var passages = PassageSplitter.Split(text, 16, TokenCounter.O200kBase);

        Assert.Equal(text, string.Concat(passages.Select(p => text.Substring(p.Start, p.Length))));
        Assert.All(passages, p => Assert.InRange(p.Tokens, 0, 16));
        Assert.All(passages, p => Assert.Equal(TokenCounter.O200kBase.Count(text.AsSpan(p.Start, p.Length)), p.Tokens));
    }
}
