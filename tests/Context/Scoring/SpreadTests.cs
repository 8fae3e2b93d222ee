using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Context.Tests.Scoring;

public class SpreadTests
{
    [Fact]
    public void What_a_turn_gets_is_the_sum_over_all_others_by_the_tokens_between_them()
    {
        double[] own = [1, 0, -2, 5, 0.5];
        int[] tokens = [10, 300, 20, 5, 80];
        var gained = new double[own.Length];

        Spread.Add(own, tokens, talk: 0, gained);

        Assert.Equal(Expected(own, tokens, reach: 150, most: 0.6), gained.Select(g => Math.Round(g, 9)));
    }

    [Fact]
    public void Talk_carries_it_further()
    {
        double[] own = [10, 0, 0, 0, 0, 0];
        int[] tokens = [50, 50, 50, 50, 50, 50];
        var (messages, talk) = (new double[own.Length], new double[own.Length]);

        Spread.Add(own, tokens, 0, messages);
        Spread.Add(own, tokens, 1, talk);

        Assert.True(talk[5] > 5 * messages[5]);
        Assert.Equal(Expected(own, tokens, reach: 800, most: 0.95), talk.Select(g => Math.Round(g, 9)));
    }

    [Fact]
    public void The_next_turn_gets_its_share_however_long_the_turns_are()
    {
        var gained = new double[3];
        Spread.Add([10, 0, 0], [9_000, 9_000, 9_000], 0, gained);
        Assert.Equal([0, 4, 0], gained.Select(g => Math.Round(g, 9)));
    }

    [Fact]
    public void The_same_conversation_read_backwards_spreads_backwards() => Prop.ForAll<int[]>(numbers =>
    {
        var own = numbers.Select(n => (double)(n % 7)).ToArray();
        var tokens = numbers.Select(n => 1 + (Math.Abs(n % 997))).ToArray();
        var (forth, back) = (new double[own.Length], new double[own.Length]);
        Spread.Add(own, tokens, 0.3, forth);
        Spread.Add([.. own.Reverse()], [.. tokens.Reverse()], 0.3, back);
        Assert.Equal(forth.Select(g => Math.Round(g, 6)), back.Reverse().Select(g => Math.Round(g, 6)));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<double> Expected(double[] own, int[] tokens, double reach, double most)
    {
        for (var i = 0; i < own.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < own.Length; j++)
            {
                var share = 1.0;
                for (var k = Math.Min(i, j); k < Math.Max(i, j); k++)
                {
                    share *= Math.Min(most, Math.Exp(-(tokens[k] + tokens[k + 1]) / 2.0 / reach));
                }

                sum += i == j ? 0 : own[j] * (Math.Abs(i - j) == 1 ? Math.Max(share, 0.4) : share);
            }

            yield return Math.Round(sum, 9);
        }
    }
}
