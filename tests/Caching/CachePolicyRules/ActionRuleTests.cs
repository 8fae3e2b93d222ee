namespace Parsimony.Caching.Tests.CachePolicyRules;

public sealed class ActionRuleTests
{
    [Theory]
    [InlineData("cancel my order")]
    [InlineData("Please cancel my order.")]
    [InlineData("Could you please transfer 50 to Ann?")]
    [InlineData("send an email to Bob")]
    [InlineData("I want to cancel my transfer")]
    [InlineData("I lost it, block my card")]
    public void Recognises_an_instruction(string text) => Assert.True(ActionRule.Matches(WordList.Read(text)));

    [Theory]
    [InlineData("How do I cancel a transfer?")]
    [InlineData("Can I cancel my order?")]
    [InlineData("my card is not working")]
    [InlineData("Why was my transfer cancelled?")]
    [InlineData("transfer")]
    [InlineData("What happens if I cancel my order?")]
    public void Leaves_questions_alone(string text) => Assert.False(ActionRule.Matches(WordList.Read(text)));
}
