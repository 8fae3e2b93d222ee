namespace Parsimony.Embeddings.Tests;

public class QuoteGuardTests
{
    private static readonly QuoteGuard Guard = new();

    [Theory]
    [InlineData("What does \"pending\" mean?", "What does pending mean?")]
    [InlineData("What does \"pending\" mean?", "What does “Pending” mean?")]
    [InlineData("What does 'pending' mean?", "meaning of «pending»")]
    [InlineData("Explain `a + b`", "Explain a + b please")]
    [InlineData("It's my card's limit", "It is the limit of my card")]
    [InlineData("the customers' cards", "cards of the customers")]
    [InlineData("a 5' 10\" man", "a man of 5' 10\"")]
    [InlineData("translate \"a  b\"", "translate \"a b\"")]
    [InlineData("say \"hello.\"", "say \"hello\"")]
    public void The_same_quotations_pass(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("What does \"pending\" mean?", "What does \"declined\" mean?")]
    [InlineData("What does \"pending\" mean?", "What does that mean?")]
    [InlineData("translate \"yes\" to \"no\"", "translate \"no\" to \"yes\"")]
    [InlineData("run `make all`", "run `make clean`")]
    [InlineData("print `X`", "print `x`")]
    [InlineData("```\na\n```", "```\nb\n```")]
    [InlineData("he said “stop", "he said “go")]
    [InlineData("what is 'cat'", "what is 'category'")]
    [InlineData("what is 'cat'", "what is a category")]
    [InlineData("「東京」とは", "「京都」とは")]
    public void Other_quotations_are_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
