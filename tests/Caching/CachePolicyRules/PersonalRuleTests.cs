namespace Parsimony.Caching.Tests.CachePolicyRules;

public sealed class PersonalRuleTests
{
    [Theory]
    [InlineData("What is my balance?")]
    [InlineData("what's my current account balance")]
    [InlineData("Show me my transactions")]
    [InlineData("Can you tell me what my schedule is?")]
    [InlineData("How much do I owe?")]
    [InlineData("how many vacation days do i have left")]
    [InlineData("what did I spend on food")]
    [InlineData("When is my next appointment?")]
    [InlineData("what's on my calendar")]
    public void Recognises_a_question_for_the_askers_own_data(string text) => Assert.True(PersonalRule.MayMatch(text) && PersonalRule.Matches(WordList.Read(text)));

    [Theory]
    [InlineData("my card is not working")]
    [InlineData("How do I change my PIN?")]
    [InlineData("Why did my balance not update?")]
    [InlineData("How much do I have to pay for a new card?")]
    [InlineData("What do I do if my card is lost?")]
    [InlineData("Where can I use my card?")]
    [InlineData("How can I see my balance?")]
    public void Leaves_support_questions_alone(string text) => Assert.False(PersonalRule.Matches(WordList.Read(text)));
}
