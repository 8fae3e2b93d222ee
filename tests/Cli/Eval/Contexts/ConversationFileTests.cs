namespace Parsimony.Cli.Tests;

public class ConversationFileTests
{
    [Fact]
    public void Reads_turns_and_finds_the_evidence_among_them()
    {
        using var file = new InputFile("""
            {"id":"c","turns":[{"id":"1","role":"user","text":"a","time":"x"},{"id":"2","role":"assistant","text":""}],"questions":[{"text":"q","evidence":["2","1","2"],"kind":4}]}
            """);
        var conversation = Assert.Single(ConversationFile.Read(file.Path));
        Assert.Equal(["user a", "assistant "], conversation.Turns.Select(turn => $"{turn.Role} {turn.Text}"));
        Assert.Equal([0, 1], Assert.Single(conversation.Questions).Evidence);
    }

    [Fact]
    public void Leaves_out_questions_without_evidence()
    {
        using var file = new InputFile("""{"id":"c","turns":[{"id":"1","role":"user","text":"a"}],"questions":[{"text":"q","evidence":[]}]}""");
        Assert.Empty(Assert.Single(ConversationFile.Read(file.Path)).Questions);
    }

    [Theory]
    [InlineData("""{"id":"c","turns":[{"id":"1","role":"user","text":"a"}],"questions":[{"text":"q","evidence":["9"]}]}""", "line 1: \"questions[0].evidence[0]\" is no id of a turn")]
    [InlineData("""{"id":"c","turns":[{"id":"1","role":"user","text":"a"},{"id":"1","role":"user","text":"a"}],"questions":[]}""", "line 1: \"turns[1]\" has the id of an earlier turn")]
    [InlineData("""{"id":"c","turns":[{"id":"1","text":"a"}],"questions":[]}""", "line 1: \"turns[0].role\" is missing")]
    public void Says_what_is_wrong_where(string text, string message)
    {
        using var file = new InputFile(text);
        Assert.Contains(message, Assert.Throws<InputException>(() => ConversationFile.Read(file.Path).ToList()).Message, StringComparison.Ordinal);
    }
}
