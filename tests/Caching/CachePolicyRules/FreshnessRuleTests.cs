namespace Parsimony.Caching.Tests.CachePolicyRules;

public sealed class FreshnessRuleTests
{
    [Theory]
    [InlineData("What is the weather in Paris, France right now?")]
    [InlineData("whats the weather like today")]
    [InlineData("Should I buy Tesla stock right now?")]
    [InlineData("Who is the current president of France?")]
    [InlineData("Hi, what's the latest news on Tesla?")]
    [InlineData("how much is the euro in dollars today")]
    [InlineData("Is the office open tomorrow?")]
    [InlineData("what time is it now")]
    public void Recognises_a_question_for_what_is_true_at_this_moment(string text) => Assert.True(FreshnessRule.MayMatch(text) && FreshnessRule.Matches(WordList.Read(text)));

    [Theory]
    [InlineData("Why is my card not working right now?")]
    [InlineData("My card is not working at the moment.")]
    [InlineData("How do I get today's exchange rate?")]
    [InlineData("How can I top up today?")]
    [InlineData("I need a new card right now!")]
    [InlineData("What should I do now?")]
    [InlineData("Can I open a current account?")]
    [InlineData("What is a current account?")]
    [InlineData("What is my latest payment doing there?")]
    [InlineData("What is the capital of France?")]
    [InlineData("When I tried to top up today it failed.")]
    [InlineData("What is the difference between limiting current and diffusion current?")]
    public void Leaves_support_questions_alone(string text) => Assert.False(FreshnessRule.Matches(WordList.Read(text)));

    [Fact]
    public void Finds_the_question_at_the_end_of_a_long_text() =>
        Assert.True(FreshnessRule.Matches(WordList.Read(new string('a', 50_000) + ". What is the weather today?")));
}
