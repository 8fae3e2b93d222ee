using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests.Scoring;

public class SpeakerTests
{
    [Theory]
    [InlineData("Ann: I am off.", "Ann")]
    [InlineData("Project Manager Lee: Right.", "Project Manager Lee")]
    [InlineData("note: lower case is no name", null)]
    [InlineData("The list of what we need is: eggs", null)]
    [InlineData("See the page. Then: read it", null)]
    [InlineData("Ann:x", null)]
    [InlineData(": x", null)]
    [InlineData("", null)]
    public void A_name_in_front_of_the_text_is_the_speaker(string text, string? name) =>
        Assert.Equal(name, Speaker.Of(new ChatMessage(ChatRole.User, text)));

    [Fact]
    public void The_authors_name_wins_and_a_document_has_no_speaker()
    {
        Assert.Equal("Bob", Speaker.Of(new ChatMessage(ChatRole.User, "Ann: hi") { AuthorName = "Bob" }));
        Assert.Null(Speaker.Of(ContextDocument.Create("Ann: hi")));
        Assert.Null(Speaker.Of(new ChatMessage(ChatRole.User, (IList<AIContent>)[])));
    }

    [Fact]
    public void A_turn_of_the_one_who_is_asked_about_gains()
    {
        List<ChatMessage> messages =
            [new(ChatRole.User, "Ann: the pot is red"), new(ChatRole.User, "Bob: the pot is red"), new(ChatRole.User, "What colour did Bob say?")];

        var items = Fitters.Default.Fit(messages, Fitters.Count(messages) - 1).Items;

        Assert.Equal([0, 1], items.Take(2).Select(i => i.Score.Name));
    }
}
