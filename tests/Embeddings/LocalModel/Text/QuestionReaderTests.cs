using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class QuestionReaderTests
{
    private readonly QuestionReader reader = new();

    [Theory]
    [InlineData("What's the BEST way?", "what is the best way")]
    [InlineData("whats the best way", "what is the best way")]
    [InlineData("I don’t know; I'd ask Tom's boss", "i do not know i would ask tom boss")]
    [InlineData("cannot / can't / cant", "can not / can not / can not")]
    [InlineData("C++ vs C#, F# and node.js", "c++ vs c# f# and node js")]
    [InlineData("pay $1,000.50 or 5%", "pay $ 1000.50 or 5 %")]
    [InlineData("is x := y the same as x :: y?", "is x := y the same as x :: y")]
    [InlineData("ﬁle ２０ Ⅳ", "file 20 iv")]
    [InlineData("Что такое кэш?", "что такое кэш")]
    [InlineData("", "")]
    [InlineData(" \t?!...", "")]
    public void Texts_that_read_alike_give_the_same_words(string text, string words) => Assert.Equal(words, Read(text));

    [Fact]
    public void A_capital_inside_a_sentence_marks_a_name_and_one_at_its_start_does_not()
    {
        reader.Read("Does Lufthansa fly to Rome? Why");

        Assert.Equal([false, true, false, false, true, false], reader.Words.ToArray().Select(static w => w.IsCapitalised));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_the_reading() => Assert.Equal("one two", Read("one \ud83d two"));

    [Fact]
    public void Words_behind_the_limit_are_not_read()
    {
        reader.Read(string.Join(' ', Enumerable.Repeat("word", 1000)), most: 10);

        Assert.Equal(10, reader.Count);
    }

    [Fact]
    public void Any_text_can_be_read_and_every_word_lies_in_the_buffer() =>
        Prop.ForAll<string>(ReadsWhole).QuickCheckThrowOnFailure();

    private string Read(string text)
    {
        reader.Read(text);
        var words = new List<string>();
        foreach (ref readonly var word in reader.Words)
        {
            words.Add(reader.Text(word).ToString());
        }

        return string.Join(' ', words);
    }

    private bool ReadsWhole(string? text)
    {
        reader.Read(text);
        foreach (ref readonly var word in reader.Words)
        {
            if (word.Length == 0 || WordHash.Of(reader.Text(word)) != word.Hash)
            {
                return false;
            }
        }

        return true;
    }
}
