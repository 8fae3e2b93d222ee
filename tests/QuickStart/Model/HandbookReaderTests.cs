using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Model;

public class HandbookReaderTests
{
    [Fact]
    public void With_the_whole_handbook_three_of_four_messages_are_answered_rightly()
    {
        var right = DeskFixture.Messages.Count(message => DeskFixture.Reader.Find(message.Text, DeskFixture.Articles)?.Id == message.Answer);

        Assert.InRange(right, 0.75 * DeskFixture.Messages.Count, DeskFixture.Messages.Count);
    }

    [Fact]
    public void Only_articles_in_the_context_are_found()
    {
        HandbookArticle[] few = [.. DeskFixture.Articles.Take(5)];

        var found = DeskFixture.Messages.Select(message => DeskFixture.Reader.Find(message.Text, few)).OfType<HandbookArticle>().Distinct().ToList();

        Assert.NotEmpty(found);
        Assert.Subset(few.ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public void A_message_that_no_article_in_the_context_touches_has_no_answer()
    {
        Assert.Null(DeskFixture.Reader.Find("zzz qqq xxx", DeskFixture.Articles));
        Assert.Null(DeskFixture.Reader.Find("How do I activate my card?", []));
    }

    [Fact]
    public void Some_messages_have_no_answer_when_their_article_is_missing_among_few()
    {
        var unknown = DeskFixture.Messages.Count(message =>
            DeskFixture.Reader.Find(message.Text, [.. DeskFixture.Articles.Where(a => a.Id != message.Answer).Take(5)]) is null);

        Assert.InRange(unknown, 0.1 * DeskFixture.Messages.Count, DeskFixture.Messages.Count);
    }
}
