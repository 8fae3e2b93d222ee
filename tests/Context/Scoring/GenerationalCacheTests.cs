namespace Parsimony.Context.Tests.Scoring;

public class GenerationalCacheTests
{
    [Fact]
    public void What_is_asked_for_stays_and_what_is_not_is_forgotten()
    {
        var cache = new GenerationalCache<int, string>(10);
        cache.Set(0, "kept", 1);
        cache.Set(1, "lost", 1);
        for (var i = 2; i < 100; i++)
        {
            cache.Set(i, "filler", 1);
            Assert.True(cache.TryGet(0, out var value));
            Assert.Equal("kept", value);
        }

        Assert.False(cache.TryGet(1, out _));
        Assert.InRange(Enumerable.Range(0, 100).Count(i => cache.TryGet(i, out _)), 1, 20);
    }

    [Fact]
    public void One_value_heavier_than_all_the_room_is_held_until_the_next_but_one()
    {
        var cache = new GenerationalCache<int, string>(10);
        cache.Set(1, "heavy", 1000);
        Assert.True(cache.TryGet(1, out _));
        cache.Set(2, "a", 1);
        cache.Set(3, "b", 10);
        Assert.False(cache.TryGet(1, out _));
    }
}
