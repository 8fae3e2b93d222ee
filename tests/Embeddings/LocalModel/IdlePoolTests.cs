using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class IdlePoolTests
{
    [Fact]
    public void What_was_returned_is_rented_again()
    {
        var pool = new IdlePool<object>(static () => new(), 2);
        var first = pool.Rent();

        pool.Return(first);

        Assert.Same(first, pool.Rent());
        Assert.NotSame(first, pool.Rent());
    }

    [Fact]
    public void No_more_are_kept_than_there_is_room_for() =>
        Prop.ForAll(Gen.Choose(0, 5).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), KeepsAtMost).QuickCheckThrowOnFailure();

    [Fact]
    public void One_is_never_rented_to_two_at_once()
    {
        var pool = new IdlePool<int[]>(static () => [0], 2);

        Parallel.For(0, 10_000, _ =>
        {
            var mine = pool.Rent();
            Assert.Equal(1, Interlocked.Increment(ref mine[0]));
            Interlocked.Decrement(ref mine[0]);
            pool.Return(mine);
        });

        Assert.InRange(pool.Count, 1, 2);
    }

    private static bool KeepsAtMost(int most, int returned)
    {
        var pool = new IdlePool<object>(static () => new(), most);
        for (var i = 0; i < returned; i++)
        {
            pool.Return(new());
        }

        return pool.Count == Math.Min(most, returned);
    }
}
