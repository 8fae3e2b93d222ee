namespace Parsimony.Embeddings.Tests;

public class SpellingTests
{
    [Theory]
    [InlineData("receive", "recieve")]
    [InlineData("password", "pasword")]
    [InlineData("password", "psasword")]
    [InlineData("lake", "lakke")]
    [InlineData("accommodation", "accomodation")]
    public void A_slip_of_the_finger_is_one(string word, string slip) => Check(true, word, slip);

    [Theory]
    [InlineData("import", "export")]
    [InlineData("male", "female")]
    [InlineData("form", "from")]
    [InlineData("bread", "break")]
    [InlineData("iran", "iraq")]
    [InlineData("cat", "cta")]
    [InlineData("xylophone", "zylophone")]
    public void Two_words_that_both_exist_or_begin_otherwise_are_none(string word, string other) => Check(false, word, other);

    [Fact]
    public void Very_long_words_are_never_alike()
    {
        Assert.False(Spelling.IsWithin(3, new string('a', 33), new string('a', 33)));
        Assert.True(Spelling.IsWithin(0, new string('a', 32), new string('a', 32)));
    }

    private static void Check(bool slip, string word, string other)
    {
        Assert.Equal(slip, Spelling.IsSlip(word, other));
        Assert.Equal(slip, Spelling.IsSlip(other, word));
    }
}
