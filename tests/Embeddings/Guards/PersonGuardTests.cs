namespace Parsimony.Embeddings.Tests;

public class PersonGuardTests
{
    private static readonly PersonGuard Guard = new();

    [Theory]
    [InlineData("How do I fix a flat tyre?", "How do you fix a flat tyre?")]
    [InlineData("How do I fix a flat tyre?", "How can one fix a flat tyre?")]
    [InlineData("How do we fix it?", "How do you fix it?")]
    [InlineData("How do I reset my password?", "how do you reset your password")]
    [InlineData("How do I reset my password?", "What is the best way to reset your password?")]
    [InlineData("reset my password", "reset the password")]
    [InlineData("reset my password", "Reset a password")]
    [InlineData("How to clean your teeth", "How to clean my teeth")]
    [InlineData("What is the capital of Peru?", "Could you please tell me what the capital of Peru is?")]
    [InlineData("Where is the station?", "I would like to know where the station is")]
    [InlineData("Do I need a visa for China?", "Do you need a visa for China?")]
    [InlineData("Am I allowed to park here?", "Are you allowed to park here?")]
    [InlineData("How can a user change his password?", "How can a user change their password?")]
    [InlineData("Why did she leave him?", "why did she leave him")]
    [InlineData("How do you make cheese?", "How do they make cheese?")]
    [InlineData("How do I know my purpose?", "How do you know your purpose?")]
    [InlineData("Why does the US tax us?", "Why are we taxed by the US?")]
    public void The_same_person_passes(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("What is my password?", "What is your password?")]
    [InlineData("What should I eat?", "What should he eat?")]
    [InlineData("what should i eat when i run", "what should she eat when she runs")]
    [InlineData("Where is my card?", "Where is her card?")]
    [InlineData("reset my password", "reset my wife's password")]
    [InlineData("open my account", "open my wifes account")]
    [InlineData("Where is his phone?", "Where is her phone?")]
    [InlineData("Am I a robot?", "Are you a robot?")]
    [InlineData("Do you like pizza?", "Do I like pizza?")]
    [InlineData("How do I change my name?", "How do I change your name?")]
    [InlineData("How do I change my name?", "How do I change their name?")]
    [InlineData("Did he leave her?", "Did she leave him?")]
    public void Another_person_is_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
