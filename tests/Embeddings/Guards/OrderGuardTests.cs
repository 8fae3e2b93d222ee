namespace Parsimony.Embeddings.Tests;

public class OrderGuardTests
{
    private static readonly OrderGuard Guard = new();

    [Theory]
    [InlineData("cats and dogs", "dogs and cats")]
    [InlineData("Should I take the bus or the train?", "Should I take the train or the bus?")]
    [InlineData("What is the difference between a crow and a raven?", "What is the difference between a raven and a crow?")]
    [InlineData("How is a crow different from a raven?", "How is a raven different from a crow?")]
    [InlineData("the distance from Rome to Milan", "the distance from Milan to Rome")]
    [InlineData("red, green and blue lamps", "blue, green and red lamps")]
    [InlineData("a rear wheel drive or a front wheel drive", "a front wheel drive or a rear wheel drive")]
    [InlineData("Is Python case sensitive or case insensitive?", "Is Python case insensitive or case sensitive?")]
    [InlineData("What's the weather like in May?", "in may, what is the weather like")]
    [InlineData("What's the capital of France?", "What is France's capital?")]
    [InlineData("Who wrote Hamlet?", "By whom was Hamlet written?")]
    [InlineData("Did Emma buy the house?", "Was the house bought by Emma?")]
    [InlineData("A fox was hit by a bus", "a bus hit a fox")]
    [InlineData("Convert euros to dollars", "How do I convert from euros to dollars?")]
    [InlineData("flights from Paris to Rome", "flights to Rome from Paris")]
    [InlineData("Which is the best place to travel?", "Which place is the best to travel?")]
    [InlineData("What are the best sites to book a hotel?", "What is the best hotel booking site?")]
    [InlineData("How are atoms converted to moles?", "How can you convert atoms into moles?")]
    [InlineData("How do I recover from a burnout?", "How to recover from burnout")]
    [InlineData("convert feet to metres and vice versa", "convert metres to feet and vice versa")]
    public void An_order_that_changes_nothing_passes(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("flights from Paris to Rome", "flights from Rome to Paris")]
    [InlineData("How do I convert dollars to euros?", "How do I convert euros to dollars?")]
    [InlineData("How do I convert dollars to euros?", "could you please tell me how to convert euros into dollars")]
    [InlineData("paris to rome flights", "What flights are there from Rome to Paris?")]
    [InlineData("flights from Paris", "flights to Paris")]
    [InlineData("Is Rust faster than Java?", "Is Java faster than Rust?")]
    [InlineData("Does Anna love Peter?", "Does Peter love Anna?")]
    [InlineData("the king of the city", "the city of the king")]
    [InlineData("Was Troy attacked by Sparta?", "Was Sparta attacked by Troy?")]
    [InlineData("Did Emma own the company?", "Was Emma owned by the company?")]
    [InlineData("What do Americans think of Germans?", "What do Germans think of Americans?")]
    [InlineData("Do tall men marry short women?", "Do short men marry tall women?")]
    [InlineData("wash the apples then peel the pears", "peel the apples then wash the pears")]
    [InlineData("Should I eat before I swim?", "Should I swim before I eat?")]
    public void Two_words_in_each_others_place_are_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
