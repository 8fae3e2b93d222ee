namespace Parsimony.Context.Tests.Text;

public class TextPrefixTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(5_000)]
    public void A_prefix_is_the_one_that_the_counter_finds_in_the_whole_text(int maxTokens)
    {
        foreach (var text in new[] { Texts.Document(200), Texts.Json(300), Texts.Log(200), new string(' ', 3_000) + "x", string.Concat(Enumerable.Repeat("🧑‍🚀日本", 900)), "" })
        {
            var length = TextPrefix.Find(Texts.Counter, text, maxTokens, out var tokens);

            Assert.Equal((Texts.Counter.GetPrefixLength(text, maxTokens, out var expected), expected), (length, tokens));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("{")]
    [InlineData("日")]
    [InlineData("\ud83d\ude00")]
    public void A_run_without_spaces_is_read_a_few_times_however_many_passages_it_makes(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000));
        var counter = new Reading(Texts.Counter);

        var fitted = TextFitter.FitText(text, 300, null, counter);

        Assert.InRange(Texts.Count(fitted), 200, 300);
        Assert.InRange(counter.Characters, text.Length, 60L * text.Length);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(fitted)));
    }

    /// <summary>Sums what it is given to read.</summary>
    private sealed class Reading(TokenCounter inner) : TokenCounter
    {
        public long Characters { get; private set; }

        public override string Name => inner.Name;

        public override int Count(ReadOnlySpan<char> text)
        {
            Characters += text.Length;
            return inner.Count(text);
        }

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
        {
            Characters += text.Length;
            return inner.GetPrefixLength(text, maxTokens, out tokenCount);
        }
    }
}
