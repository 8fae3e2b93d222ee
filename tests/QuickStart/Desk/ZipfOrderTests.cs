using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class ZipfOrderTests
{
    [Fact]
    public void The_same_seed_draws_the_same_order_and_another_seed_another()
    {
        var first = ZipfOrder.Draw(DeskFixture.Messages, 500, seed: 1);

        Assert.Equal(first, ZipfOrder.Draw(DeskFixture.Messages, 500, seed: 1));
        Assert.NotEqual(first, ZipfOrder.Draw(DeskFixture.Messages, 500, seed: 2));
    }

    [Fact]
    public void A_shorter_draw_is_the_beginning_of_a_longer_one()
    {
        Assert.Equal(ZipfOrder.Draw(DeskFixture.Messages, 500, seed: 1).Take(50), ZipfOrder.Draw(DeskFixture.Messages, 50, seed: 1));
    }

    [Fact]
    public void Some_messages_come_often_and_most_seldom()
    {
        var counts = ZipfOrder.Draw(DeskFixture.Messages, 20_000, seed: 1).CountBy(message => message.Text).Select(pair => pair.Value).OrderDescending().ToList();

        // With exponent 0.9 the most frequent of 1,153 has about 11 % of the draws, and the hundredth about 1/63 of those.
        Assert.InRange(counts[0], 1_200, 2_600);
        Assert.InRange(counts[99], counts[0] / 130, counts[0] / 30);
        Assert.Equal(20_000, counts.Sum());
    }
}
