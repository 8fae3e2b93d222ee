namespace Parsimony.Embeddings.Tests;

public class ForeignTextTests
{
    [Theory]
    [InlineData("How do I reset my password?")]
    [InlineData("What is the difference between == and === in JavaScript?")]
    [InlineData("How do I use List<string> in C#?")]
    [InlineData("Where’s the best café in Los Angeles, and what does “c'est la vie” mean there?")]
    [InlineData("how much does it cost to send 2 kg from Berlin to New York")]
    public void Questions_in_English_are_judged(string text) => Assert.False(IsForeign(text));

    [Theory]
    [InlineData("Was kostet ein Ticket nach Berlin?")]
    [InlineData("Quelle est la capitale de la France ?")]
    [InlineData("¿Cuál es la capital de España?")]
    [InlineData("Qual é a capital do Brasil?")]
    [InlineData("quanto costa un biglietto del treno per roma")]
    [InlineData("Wat is de hoofdstad van Nederland?")]
    [InlineData("aap kaise ho aur kya kar rahe ho")]
    [InlineData("Как сбросить пароль?")]
    [InlineData("如何重置密码")]
    public void Questions_in_other_languages_are_not(string text) => Assert.True(IsForeign(text));

    [Theory]
    [InlineData("for (var i = 0; i < xs.Length; i++) { ys[i] += xs[i]; }")]
    [InlineData("SELECT name, age FROM users WHERE age > 30 ORDER BY name;")]
    [InlineData("{\"name\": \"Ann\", \"age\": 30, \"city\": \"Rome\"}")]
    [InlineData("<div class=\"box\"><p>Hello</p></div>")]
    public void Code_is_not(string text) => Assert.True(IsForeign(text));

    [Fact]
    public void A_text_that_goes_on_behind_what_is_read_is_not() =>
        Assert.True(IsForeign(string.Join(' ', Enumerable.Repeat("please tell me how to bake bread", 40))) && IsForeign("what is " + new string('x', 40_000)));

    private static bool IsForeign(string text)
    {
        var question = new JudgedQuestion(QuestionWeights.Shipped);
        question.Read(text);
        return ForeignText.Is(question);
    }
}
