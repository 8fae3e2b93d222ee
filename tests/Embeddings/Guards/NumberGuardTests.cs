namespace Parsimony.Embeddings.Tests;

public class NumberGuardTests
{
    private static readonly NumberGuard Guard = new();

    [Theory]
    [InlineData("Send 10 euros", "Send 10.0 euros")]
    [InlineData("a limit of 1,000", "a limit of 1000")]
    [InlineData("I was charged $20", "I was charged 20 dollars")]
    [InlineData("I was charged $20.50", "I was charged 20.5 USD")]
    [InlineData("€5", "5 EUR")]
    [InlineData("a 10% fee", "a 10 percent fee")]
    [InlineData("a 10% fee", "a fee of ten per cent")]
    [InlineData("after three days", "after 3 days")]
    [InlineData("a 30-day trial", "a trial of 30 days")]
    [InlineData("twenty-five people", "25 people")]
    [InlineData("two hundred and ten", "210")]
    [InlineData("5k followers", "5000 followers")]
    [InlineData("1.5 million", "1500000")]
    [InlineData("a dozen eggs", "twelve eggs")]
    [InlineData("the 2nd card", "the second card")]
    [InlineData("on 12 March 2024", "on March 12th, 2024")]
    [InlineData("on 2024-03-12", "on the 12th of March 2024")]
    [InlineData("on May 5", "on 5 May")]
    [InlineData("at 10:30 pm", "at 22:30")]
    [InlineData("at 5pm", "at 5 p.m.")]
    [InlineData("at noon", "at 12:00")]
    [InlineData("more than 5", "over 5")]
    [InlineData("at least 5", "5 or more")]
    [InlineData("no more than 5 km", "at most 5 kilometres")]
    [InlineData("10 km", "10km")]
    [InlineData("20°C", "20 degrees celsius")]
    [InlineData("２０ cards", "20 cards")]
    [InlineData("Transfer 100 on May 5", "On May 5 transfer 100")]
    [InlineData("the one I lost", "the card I lost")]
    [InlineData("It may be late", "It could be late")]
    [InlineData("First of all, how do I start?", "How do I start?")]
    [InlineData("Wait a second.", "Wait.")]
    [InlineData("version 2.0", "version 2")]
    public void The_same_numbers_pass(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("Send 10 euros", "Send 11 euros")]
    [InlineData("Send 10 euros", "Send 10 dollars")]
    [InlineData("Send 10", "Send 10 euros")]
    [InlineData("Send money", "Send 10")]
    [InlineData("three days", "four days")]
    [InlineData("three days", "three weeks")]
    [InlineData("10 km", "10 miles")]
    [InlineData("the first card", "the second card")]
    [InlineData("Python 3.10", "Python 3.1")]
    [InlineData("version 1.2.3", "version 1.2.4")]
    [InlineData("order 00123", "order 123")]
    [InlineData("from 5 to 10", "from 10 to 5")]
    [InlineData("more than 5", "less than 5")]
    [InlineData("more than 5", "5")]
    [InlineData("5 or more", "5 or less")]
    [InlineData("no more than 5", "more than 5")]
    [InlineData("in May 2024", "in June 2024")]
    [InlineData("in May", "in March")]
    [InlineData("on 12 March", "on 13 March")]
    [InlineData("12/03/2024", "12 March 2024")]
    [InlineData("at 10 am", "at 10 pm")]
    [InlineData("at noon", "at midnight")]
    [InlineData("10:30", "10:45")]
    [InlineData("before 5pm", "after 5pm")]
    [InlineData("today", "tomorrow")]
    [InlineData("last week", "next week")]
    [InlineData("on Monday", "on Friday")]
    [InlineData("2+2", "2*2")]
    [InlineData("-5 degrees", "5 degrees")]
    [InlineData("5k", "5 million")]
    [InlineData("half of it", "all of it")]
    [InlineData("twice a day", "once a day")]
    [InlineData("one day", "two days")]
    [InlineData("三个", "四个")]
    [InlineData("1.5", "15")]
    [InlineData("1,5", "15")]
    public void Other_numbers_are_refused(string left, string right) => Check(true, left, right);

    [Fact]
    public void A_number_too_long_for_any_type_is_compared_as_it_stands()
    {
        var digits = new string('9', 400);
        Check(false, digits, digits);
        Check(true, digits, digits + "8");
        Check(true, digits + "k", digits + "8k");
    }

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}
