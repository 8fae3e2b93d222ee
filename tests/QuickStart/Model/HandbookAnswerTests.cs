using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests.Model;

public class HandbookAnswerTests
{
    [Fact]
    public void A_reply_cites_its_article_and_gives_the_first_sentences_of_the_answer()
    {
        var reply = HandbookAnswer.From(new("pay_now?", "Title", "You ask.\n\nDo this.\nThen that. And more.\n\nThe rest."));

        Assert.Equal("[pay_now?] Do this. Then that.", reply);
    }

    [Fact]
    public void Every_article_makes_a_reply_that_cites_it()
    {
        Assert.All(DeskFixture.Articles, article =>
        {
            var reply = HandbookAnswer.From(article);
            Assert.Equal(article.Id, HandbookAnswer.CitedId(reply));
            Assert.InRange(reply.Length, article.Id.Length + 30, 600);
        });
    }

    [Fact]
    public void Not_knowing_cites_nothing()
    {
        Assert.Null(HandbookAnswer.CitedId(HandbookAnswer.From(null)));
        Assert.Null(HandbookAnswer.CitedId("as in [1] and [the terms of use]"));
    }
}
