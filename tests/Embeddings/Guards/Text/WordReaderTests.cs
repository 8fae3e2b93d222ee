namespace Parsimony.Embeddings.Tests;

public class WordReaderTests
{
    [Fact]
    public void A_question_is_cut_into_its_words()
    {
        var words = Read("Where's Bob's iPhone 7, and isn't IT gone?");

        Assert.Equal(["where", "bob", "iphone", "7", "and", "is", "it", "gone"], words.Select(static w => w.Text));
        Assert.Equal([Clitic.Is, Clitic.Possessive, Clitic.None, Clitic.None, Clitic.None, Clitic.Not, Clitic.None, Clitic.None], words.Select(static w => w.Clitic));
        Assert.Equal([Casing.Capital, Casing.Capital, Casing.Mixed, Casing.Lower, Casing.Lower, Casing.Lower, Casing.Upper, Casing.Lower], words.Select(static w => w.Casing));
        Assert.Equal([WordSense.Function, WordSense.Content, WordSense.Content, WordSense.Number], words.Take(4).Select(static w => w.Kind));
        Assert.Equal(',', words[4].Before);
    }

    [Fact]
    public void A_word_behind_a_full_stop_or_a_bracket_opens()
    {
        var words = Read("I won. Did (they) win");

        Assert.Equal([true, false, true, true, false], words.Select(static w => w.Opens));
    }

    [Theory]
    [InlineData("can't", "can")]
    [InlineData("won't", "will")]
    [InlineData("doesn't", "does")]
    [InlineData("I'm", "i")]
    [InlineData("whats", "what")]
    [InlineData("O'Brien", "o'brien")]
    [InlineData("customers'", "customers")]
    public void Contractions_give_their_word(string text, string word) => Assert.Equal(word, Assert.Single(Read(text)).Text);

    [Fact]
    public void An_n_t_by_itself_is_a_word() => Assert.Equal(["do", "not", "go"], Read("do n't go").Select(static w => w.Text));

    [Theory]
    [InlineData("U.S. law", "us", "law")]
    [InlineData("the u.s.a", "the", "usa")]
    [InlineData("e.g. this", "eg", "this")]
    [InlineData("A. Smith", "a", "smith")]
    public void Initials_are_one_word(string text, params string[] words) => Assert.Equal(words, Read(text).Select(static w => w.Text));

    [Fact]
    public void Courtesy_at_the_beginning_carries_no_matter()
    {
        Assert.Equal(["snails"], Read("Hi, quick question: could you help me with snails?").Where(static w => w.IsContent).Select(static w => w.Text));
        Assert.Equal(["snails", "help"], Read("snails: help").Where(static w => w.IsContent).Select(static w => w.Text));
    }

    private static Word[] Read(string text) => new GuardText(text).Words;
}
