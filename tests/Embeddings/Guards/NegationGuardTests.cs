namespace Parsimony.Embeddings.Tests;

public class NegationGuardTests
{
    private static readonly NegationGuard Guard = new();

    [Theory]
    [InlineData("My card is not working", "My card isn't working")]
    [InlineData("My card doesn’t work", "my card dont work")]
    [InlineData("I never received my card", "I did not receive my card")]
    [InlineData("I can not log in", "I cannot log in")]
    [InlineData("I am unable to log in", "I can't log in")]
    [InlineData("Is it open, isn't it?", "Is it open?")]
    [InlineData("Tell me whether or not it is open", "Tell me whether it is open")]
    [InlineData("not only cards", "only cards")]
    [InlineData("Order no. 5", "Order 5")]
    [InlineData("How do I unlock my card?", "Unlock card, how?")]
    [InlineData("until Friday", "til Friday")]
    [InlineData("unless it rains", "not if it rains")]
    [InlineData("What is the unit price?", "What does it cost?")]
    [InlineData("Je ne peux pas payer", "Je peux pas payer")]
    [InlineData("कार्ड कहाँ है?", "कार्ड कहाँ है")]
    public void The_same_negations_pass(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("Cancel my order", "Do not cancel my order")]
    [InlineData("My card works", "My card doesn't work")]
    [InlineData("My card works", "My card doesnt work")]
    [InlineData("with a fee", "without a fee")]
    [InlineData("I always pay", "I never pay")]
    [InlineData("if it rains", "unless it rains")]
    [InlineData("all cards except gold", "all cards")]
    [InlineData("pay by card but not cash", "pay by cash but not card")]
    [InlineData("lock my card", "unlock my card")]
    [InlineData("enable the feature", "disable the feature")]
    [InlineData("a valid code", "an invalid code")]
    [InlineData("activate it", "deactivate it")]
    [InlineData("install it", "uninstall it")]
    [InlineData("Kann ich zahlen?", "Kann ich nicht zahlen?")]
    [InlineData("可以付款吗", "不可以付款吗")]
    [InlineData("कार्ड चालू है", "कार्ड चालू नहीं है")]
    [InlineData("some refunds", "no refunds")]
    [InlineData("I can't not pay", "I can't pay")]
    [InlineData("unless it is not there", "unless it is there")]
    public void Other_negations_are_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
