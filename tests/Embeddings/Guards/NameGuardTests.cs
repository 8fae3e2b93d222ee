namespace Parsimony.Embeddings.Tests;

public class NameGuardTests
{
    private static readonly NameGuard Guard = new();

    [Theory]
    [InlineData("how old is barack obama", "How old is Barack Obama?")]
    [InlineData("How old is Obama?", "How old is Barak Obama?")]
    [InlineData("HOW OLD IS BARACK OBAMA", "What is Barack Obama's age?")]
    [InlineData("What Is The Capital Of France?", "what is France's capital")]
    [InlineData("How do I get a visa for the US?", "How do I get a visa for the United States?")]
    [InlineData("How do I get a visa for the U.S.?", "How can one get a visa for the USA?")]
    [InlineData("flights to NYC", "Flights to New York")]
    [InlineData("Who leads California State University?", "who leads CSU?")]
    [InlineData("What is ML?", "What is machine learning?")]
    [InlineData("sort a list in JavaScript", "sort a list in js")]
    [InlineData("Do the Chinese drink milk?", "Do people in China drink milk?")]
    [InlineData("Are Indians tall?", "Is India's population tall?")]
    [InlineData("What is the best hotel in Mumbai?", "Which hotel is best in Bombay?")]
    [InlineData("Will it rain?", "Will it rain in Paris?")]
    [InlineData("Why did Bob leave?", "Why did Robert leave?")]
    [InlineData("is wi-fi free on the train", "Is WiFi free on the train?")]
    [InlineData("How much is 20 USD?", "How much is 20 dollars?")]
    [InlineData("Best phone for kids", "What is the Top Phone for Children?")]
    [InlineData("How do I get to the airport?", "What's the way to the airport?")]
    [InlineData("What is Demonetization?", "what is demonetisation")]
    public void One_name_however_it_is_written_passes(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("How do I reset a Samsung phone?", "How do I reset an Apple phone?")]
    [InlineData("What is the weather in Paris?", "What is the weather in London?")]
    [InlineData("what is the weather in paris", "what is the weather in london")]
    [InlineData("WHAT IS THE WEATHER IN PARIS", "What is the weather like in London today?")]
    [InlineData("When was John born?", "When was Mary born?")]
    [InlineData("who is john smith", "who is john miller")]
    [InlineData("sort a list in python", "sort a list in java")]
    [InlineData("Is the iPhone waterproof?", "Is the Galaxy waterproof?")]
    [InlineData("is the apple watch worth it", "is the google watch worth it")]
    [InlineData("Who founded Xyloport?", "Who founded Quanterra?")]
    [InlineData("who founded xyloport", "who founded quanterra")]
    [InlineData("How do Indians celebrate?", "How do Germans celebrate?")]
    [InlineData("the war of Iran", "the war of Iraq")]
    [InlineData("Is Austria in the EU?", "Is Australia in the EU?")]
    [InlineData("What is the Treaty of Ghent?", "What is the Treaty of Peace?")]
    [InlineData("in excel open the excel file", "in word open the excel file")]
    [InlineData("Where can I buy a printer in Tunisia?", "What are good shops for printers in India?")]
    public void A_name_in_anothers_stead_is_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
