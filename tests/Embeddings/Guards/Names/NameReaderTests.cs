namespace Parsimony.Embeddings.Tests;

public class NameReaderTests
{
    [Theory]
    [InlineData("who is Zorblax now", true)]
    [InlineData("Who is Barack Obama?", true)]
    [InlineData("WHO IS ZORBLAX NOW", false)]
    [InlineData("Who Is Zorblax Now", false)]
    [InlineData("Best Running Shoes Flat Feet", false)]
    public void Capitals_mean_names_only_in_a_text_that_is_set_like_a_sentence(string text, bool tell) =>
        Assert.Equal(tell, NameReader.LettersTell(new GuardText(text).Words));

    [Theory]
    [InlineData("we saw Zorblax today", "Sure")]
    [InlineData("we saw zorblax today", "Maybe")]
    [InlineData("we saw paris today", "Sure")]
    [InlineData("we saw apple today", "Maybe")]
    [InlineData("we saw Apple today", "Sure")]
    [InlineData("we saw Anxiety today", "Maybe")]
    [InlineData("we saw anxiety today", "None")]
    [InlineData("we saw US today", "Sure")]
    [InlineData("we saw us today", "None")]
    [InlineData("we saw Monday today", "None")]
    [InlineData("we saw USD today", "None")]
    public void A_word_is_a_name_by_its_letters_or_because_it_is_known(string text, string strength)
    {
        var words = new GuardText(text).Words;

        Assert.Equal(strength, NameReader.StrengthOf(words, 2).ToString());
    }
}
