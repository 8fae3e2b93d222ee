namespace Parsimony.Embeddings.Tests;

public class OppositeGuardTests
{
    private static readonly OppositeGuard Guard = new();

    [Theory]
    [InlineData("How do I buy shares?", "What is the best way to purchase shares?")]
    [InlineData("Should I buy or rent a house?", "Is it better to rent or to buy a house?")]
    [InlineData("When does the shop open and close?", "When does the shop close, and when does it open?")]
    [InlineData("How do I begin with Python?", "How do I get started with Python and not end up lost?")]
    [InlineData("How old is the Earth?", "What is the age of the Earth?")]
    [InlineData("How long does it take?", "Is it a short wait?")]
    [InlineData("I need at least an hour", "I need an hour or more")]
    [InlineData("Is the shop right now open?", "I took the wrong bus to a shop, is it open?")]
    [InlineData("HOW DO I INCREASE MY SALARY", "how can i increase my salary?")]
    [InlineData("What do my questions need?", "What do answers to a question need?")]
    [InlineData("How do I learn to write well?", "Which course teaches me good writing?")]
    [InlineData("How is butter formed?", "How do I form an idea?")]
    [InlineData("Is it a powerful engine?", "Is it an engine with power?")]
    [InlineData("What is the design of the page?", "What does the sign on the page mean?")]
    public void A_question_without_the_opposite_passes(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("How do I buy shares?", "What is the best way to sell shares?")]
    [InlineData("Who bought Twitter?", "who sold twitter?")]
    [InlineData("How can I increase the limit?", "how can i decrease the limit")]
    [InlineData("How can I increase the limit?", "Could you please tell me how the limit is reduced?")]
    [InlineData("How do I enable cookies?", "How do I disable cookies?")]
    [InlineData("What should I eat before a run?", "What should I eat after running?")]
    [InlineData("Fly with a dog", "Fly without a dog")]
    [InlineData("How do I import contacts?", "How are contacts exported?")]
    [InlineData("How do I deposit money?", "How do I withdraw money?")]
    [InlineData("How do I upload a file?", "Downloading a file")]
    [InlineData("a cheap hotel in Rome", "an expensive hotel in Rome")]
    [InlineData("What is the minimum age?", "What is the maximum age?")]
    [InlineData("What are the advantages of solar power?", "What are the disadvantages of solar power?")]
    [InlineData("Why does my left eye twitch?", "Why does my right eye twitch?")]
    [InlineData("Which city has the most people?", "Which city has the least people?")]
    [InlineData("How do I open an account?", "How do I close an account?")]
    [InlineData("the capital of North Korea", "the capital of South Korea")]
    [InlineData("How do I turn the light on?", "How do I turn the light off?")]
    [InlineData("who was the first king of France", "who was the last king of France")]
    [InlineData("How long is the river?", "How short is the river?")]
    [InlineData("low income and high taxes", "high income and high taxes")]
    [InlineData("Is honey good for cats?", "Is honey bad for cats?")]
    [InlineData("Are all mushrooms edible?", "Are some mushrooms edible?")]
    [InlineData("Which wire is the red wire?", "Which wire is the blue wire?")]
    [InlineData("What bone is the canal formed of?", "What bone is the canal unformed of?")]
    [InlineData("Which color is the flag?", "Which discolored is the flag?")]
    [InlineData("the power of the pen", "the powerlessness of the pen")]
    [InlineData("Is a hopeful tone better?", "Is a hopeless tone better?")]
    [InlineData("Why did the brave pirate fear nothing?", "Why did the brave pirate fearless nothing?")]
    [InlineData("Who believed the story?", "Who disbelieves the story?")]
    public void The_opposite_in_a_words_stead_is_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
