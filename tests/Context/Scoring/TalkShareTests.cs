namespace Parsimony.Context.Tests.Scoring;

public class TalkShareTests
{
    [Fact]
    public void Messages_that_stand_by_themselves_are_no_talk() => Assert.Equal(0, TalkShare.Of([12, 20, 3, 30, 4, 3]));

    [Fact]
    public void Snatches_beside_snatches_are_talk() => Assert.Equal(1, TalkShare.Of([1, 2, 30, 0, 3, 1, 2, 12, 4, 1]));

    [Fact]
    public void Short_questions_between_long_replies_are_how_people_write_to_an_assistant() =>
        Assert.Equal(0, TalkShare.Of([2, 200, 3, 150, 1, 90, 4, 300]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Too_little_to_tell_is_no_talk(int turns) => Assert.Equal(0, TalkShare.Of(new int[turns]));
}
