using FsCheck;
using FsCheck.Fluent;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Text;

public class TextFitterTests
{
    private static readonly TokenCounter Counter = TokenCounter.O200kBase;

    private static readonly string Article = string.Join("\n\n", Enumerable.Range(0, 40).Select(i =>
        $"Paragraph {i} begins here. It goes on about topic{i} for a while, and then it says nothing more of interest. It ends."));

    [Fact]
    public void A_text_that_fits_is_itself() => Assert.Same(Article, TextFitter.FitText(Article, Counter.Count(Article), "topic3", Counter));

    [Fact]
    public void Passages_that_answer_the_query_stay_in_order_with_marks_for_the_rest()
    {
        var fitted = TextFitter.FitText(Article, 250, "What about topic31 and topic12?", Counter);

        Assert.InRange(Counter.Count(fitted), 180, 250);
        Assert.StartsWith("Paragraph 0 begins", fitted, StringComparison.Ordinal);
        Assert.True(fitted.IndexOf("topic12 ", StringComparison.Ordinal) is > 0 and var first && fitted.IndexOf("topic31 ", StringComparison.Ordinal) > first);
        Assert.EndsWith("tokens left out ...]", fitted, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_query_the_beginning_and_the_end_stay()
    {
        var fitted = TextFitter.FitText(Article, 300, null, Counter);

        Assert.StartsWith("Paragraph 0 begins", fitted, StringComparison.Ordinal);
        Assert.Contains("Paragraph 1 begins", fitted, StringComparison.Ordinal);
        Assert.EndsWith("It ends.", fitted, StringComparison.Ordinal);
        Assert.Single(fitted.Split("tokens left out").Skip(1));
    }

    [Fact]
    public void A_mark_says_how_many_tokens_were_left_out()
    {
        var fitted = TextFitter.FitText(Article, 300, null, Counter);
        var mark = int.Parse(fitted.Split("[... ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        Assert.InRange(mark, Counter.Count(Article) - 300, Counter.Count(Article) - 200);
    }

    [Fact]
    public void A_text_without_paragraphs_lines_or_sentences_is_cut_between_words_or_anywhere()
    {
        Assert.InRange(Counter.Count(TextFitter.FitText(Filler(5000), 200, null, Counter)), 120, 200);
        Assert.InRange(Counter.Count(TextFitter.FitText(new string('a', 20_000), 200, null, Counter)), 120, 200);
        Assert.InRange(Counter.Count(TextFitter.FitText(new string('龍', 20_000), 200, "龍", Counter)), 120, 200);
    }

    [Fact]
    public void Rows_of_json_are_kept_whole()
    {
        var json = "[" + string.Join(", ", Enumerable.Range(0, 300).Select(i => $"{{\"id\": {i}, \"name\": \"person{i}\"}}")) + "]";

        Assert.Contains("{\"id\": 204, \"name\": \"person204\"}", TextFitter.FitText(json, 200, "Who is person204?", Counter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "[...]")]
    public void Where_there_is_room_for_nothing_else_the_mark_says_so(int maxTokens, string expected) =>
        Assert.Equal(expected, TextFitter.FitText(Article, maxTokens, null, Counter));

    [Fact]
    public void A_little_room_takes_the_beginning_with_a_short_mark() =>
        Assert.Equal("Paragraph 0 begins here. It [...]", TextFitter.FitText(Article, 8, null, Counter));

    [Fact]
    public void A_negative_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TextFitter.FitText("a", -1, null, Counter));

    [Fact]
    public void No_fitted_text_is_too_long_or_breaks_a_character()
    {
        var pieces = Gen.Elements("word ", "Sentence ends. ", "\n\n", "\r\n", "a", "日本", "🧑‍🚀🧑‍🚀", "{\"a\":1},", "....", " ", "1,250.00 ");
        var texts = Gen.Choose(0, 400).SelectMany(n => pieces.ArrayOf(n)).Select(string.Concat);
        var cases = from text in texts from max in Gen.Choose(0, 120) from query in Gen.Elements<string?>(null, "word 日本", "") select (text, max, query);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var fitted = TextFitter.FitText(c.text, c.max, c.query, Counter);
            return Counter.Count(fitted) <= c.max && !fitted.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
