namespace Parsimony.Embeddings.Tests;

public class NameSpellingTests
{
    [Theory]
    [InlineData("zuckerberg", "zuckerburg")]
    [InlineData("barack", "barak")]
    [InlineData("mahabharat", "mahabharata")]
    [InlineData("islam", "islamic")]
    [InlineData("tv", "tvs")]
    [InlineData("pw", "password")]
    [InlineData("bob", "robert")]
    [InlineData("nyc", "york")]
    public void One_name(string name, string other) => Check(true, name, other);

    [Theory]
    [InlineData("iran", "iraq")]
    [InlineData("austria", "australia")]
    [InlineData("john", "joan")]
    [InlineData("nokia", "samsung")]
    [InlineData("xylo", "quanta")]
    public void Two_names(string name, string other) => Check(false, name, other);

    [Theory]
    [InlineData("csu", "the California State University", true)]
    [InlineData("usa", "the United States of America", true)]
    [InlineData("nasa", "the space agency", false)]
    [InlineData("javascript", "java script", true)]
    public void A_text_says_a_name_by_its_initials_or_in_two_words(string name, string text, bool says) =>
        Assert.Equal(says, NameSpelling.Says(new GuardText(text).Words, new GuardText(name).Words[0]));

    private static void Check(bool same, string name, string other)
    {
        Assert.Equal(same, NameSpelling.Is(name, other));
        Assert.Equal(same, NameSpelling.Is(other, name));
    }
}
