using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class HandbookTests
{
    [Fact]
    public void It_has_77_articles_and_each_message_has_its_own_among_them()
    {
        var ids = DeskFixture.Articles.Select(article => article.Id).ToHashSet();

        Assert.Equal(77, ids.Count);
        Assert.True(DeskFixture.Messages.Count >= 800);
        Assert.Superset(DeskFixture.Messages.Select(message => message.Answer).ToHashSet(), ids);
    }

    [Fact]
    public void A_near_miss_resembles_a_message_that_has_another_answer()
    {
        var answers = DeskFixture.Messages.ToDictionary(message => message.Text, message => message.Answer);
        var nearMisses = DeskFixture.Messages.Where(message => message.NearMissOf is not null).ToList();

        Assert.True(nearMisses.Count >= 100);
        Assert.All(nearMisses, message => Assert.NotEqual(answers[message.NearMissOf!], message.Answer));
    }

    [Fact]
    public void An_article_survives_the_way_into_a_prompt_and_back()
    {
        Assert.All(DeskFixture.Articles, article => Assert.Equal(article, HandbookArticle.FromPrompt(article.ToPrompt())));
    }

    [Fact]
    public void What_a_customer_writes_is_no_article()
    {
        Assert.All(DeskFixture.Messages, message => Assert.Null(HandbookArticle.FromPrompt(message.Text)));
        Assert.Null(HandbookArticle.FromPrompt("Handbook article [x]"));
    }

    [Fact]
    public void A_file_without_its_head_is_refused_by_name()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Handbook.Parse("no head", "lost.md"));

        Assert.Contains("lost.md", refusal.Message, StringComparison.Ordinal);
    }
}
