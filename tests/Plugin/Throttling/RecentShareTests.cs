using Parsimony.Testing;

namespace Parsimony.Tests.Throttling;

public class RecentShareTests
{
    private readonly ManualTimeProvider time = new();
    private readonly RecentShare share;

    public RecentShareTests() => share = new RecentShare(time);

    [Fact]
    public void Nothing_is_a_share_of_zero() => Assert.Equal((0, 0), share.Read());

    [Fact]
    public void It_is_the_part_of_this_minutes_events()
    {
        Add(3, some: false);
        Add(1, some: true);

        Assert.Equal((4, 0.25), share.Read());
    }

    [Fact]
    public void Last_minutes_events_fade_as_they_grow_old()
    {
        Add(10, some: true);
        time.Advance(TimeSpan.FromSeconds(90));
        Add(5, some: false);

        Assert.Equal((10, 0.5), share.Read());
    }

    [Fact]
    public void Events_of_two_minutes_ago_are_forgotten()
    {
        Add(10, some: true);
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal((0, 0), share.Read());
    }

    private void Add(int times, bool some)
    {
        for (var i = 0; i < times; i++)
        {
            share.Add(some);
        }
    }
}
