namespace Parsimony.Embeddings.Tests;

public class QuestionGuardTests
{
    private static readonly QuestionGuard Guard = new();

    [Theory]
    [InlineData("When does the shop open?", "What time does the shop open?")]
    [InlineData("How much does a ticket cost?", "What is the price of a ticket?")]
    [InlineData("How do I renew a passport?", "What is the way to renew a passport?")]
    [InlineData("In which city was Mozart born?", "Where was Mozart born?")]
    [InlineData("Why is the sky blue?", "What is the reason the sky is blue?")]
    [InlineData("How come the sky is blue?", "Why is the sky blue?")]
    [InlineData("When I run, why do my knees hurt?", "Why do my knees hurt when I run?")]
    [InlineData("What should I do when my phone gets wet?", "How do I save a wet phone?")]
    [InlineData("Who wrote Hamlet?", "By whom was Hamlet written?")]
    [InlineData("How is the weather in Rome?", "What is the weather in Rome?")]
    [InlineData("Which film is the best?", "Which film is the best and why?")]
    [InlineData("Where can I buy fresh yeast?", "How can I buy fresh yeast in town?")]
    [InlineData("How long does a transfer take?", "When will a transfer arrive?")]
    [InlineData("Tell me who painted Guernica", "Who painted Guernica?")]
    [InlineData("The man who sold the world", "who sold the world, which man")]
    public void The_same_question_passes(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("When was Mozart born?", "Where was Mozart born?")]
    [InlineData("Could you please tell me when Mozart was born?", "where was mozart born")]
    [InlineData("Who built the tower?", "When was the tower built?")]
    [InlineData("How do engines stall?", "Why do engines stall?")]
    [InlineData("Who is paid here?", "Why is paid here?")]
    [InlineData("How much do pilots earn?", "Why do pilots earn?")]
    [InlineData("In which city was Mozart born?", "What year was Mozart born in?")]
    [InlineData("Why did the bridge collapse?", "When did the bridge collapse in Genoa?")]
    public void Another_question_is_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
