namespace Parsimony.Embeddings.Tests;

public class GuardPairTests
{
    [Theory]
    [InlineData("Where is it?", "where is IT", true)]
    [InlineData("Where is it?", "it is where", false)]
    [InlineData("Where is it?", "where is it now", false)]
    [InlineData("Bob's dog", "Bob dog", false)]
    public void Letter_case_and_signs_do_not_tell_words_apart(string left, string right, bool same) => Assert.Equal(same, Pair(left, right).HasSameWords);

    [Fact]
    public void A_pair_is_the_same_whichever_text_comes_first()
    {
        Assert.Equal(Pair("a", "b").Left.Text, Pair("b", "a").Left.Text);
    }

    [Fact]
    public void A_word_finds_its_inflection_and_a_second_one_finds_none()
    {
        var match = new WordMatch(new GuardText("buying red cars").Words, new GuardText("who buys a car to buy").Words);

        Assert.Equal([1, WordMatch.None, 3], match.OfLeft);
        Assert.Equal([WordMatch.None, 0, WordMatch.None, 2, WordMatch.None, WordMatch.None], match.OfRight);
    }

    [Fact]
    public void A_mistyped_word_finds_the_word_it_is_meant_to_be()
    {
        Assert.Equal([0, 1], new WordMatch(new GuardText("reset pasword").Words, new GuardText("reset password").Words).OfLeft);
        Assert.Equal([0, WordMatch.None], new WordMatch(new GuardText("goods import").Words, new GuardText("goods export").Words).OfLeft);
    }

    [Fact]
    public void The_one_word_that_differs_is_found()
    {
        Assert.Equal((1, 1), Pair("the red car", "the green car").OnlyDifference);
        Assert.Null(Pair("the red car", "the green bus").OnlyDifference);
        Assert.Null(Pair("the red car", "the car").OnlyDifference);
        Assert.Null(Pair("the red car", "the car red").OnlyDifference);
    }

    [Theory]
    [InlineData("can i buy gold", "can i sell gold", true)]
    [InlineData("buy", "sell", true)]
    [InlineData("can i buy", "how to sell", true)]
    [InlineData("can i buy gold", "how is silver to sell", false)]
    public void A_word_is_replaced_between_equal_neighbours_or_where_nothing_else_differs(string left, string right, bool replaced)
    {
        var pair = Pair(left, right);

        Assert.Equal(replaced, pair.IsReplaced(At(pair.Left, "buy"), At(pair.Right, "sell")));
    }

    [Fact]
    public void More_than_256_words_are_too_many()
    {
        Assert.False(Pair(string.Concat(Enumerable.Repeat("a ", 256)), "b").IsTooLong);
        Assert.True(Pair(string.Concat(Enumerable.Repeat("a ", 257)), "b").IsTooLong);
    }

    private static int At(GuardText text, string word) => Array.FindIndex(text.Words, w => w.Text == word);

    private static GuardPair Pair(string left, string right) => new(new(left), new(right));
}
