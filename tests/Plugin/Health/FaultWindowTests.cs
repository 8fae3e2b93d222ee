using Parsimony.Testing;

namespace Parsimony.Tests.Health;

public class FaultWindowTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void It_is_the_share_of_faults_among_the_calls_so_far()
    {
        Assert.Equal(0, new FaultWindow(time).Share(0, 0));
        Assert.Equal(0.25, new FaultWindow(time).Share(100, 25));
    }

    [Fact]
    public void Faults_of_more_than_ten_minutes_ago_are_forgotten()
    {
        var window = new FaultWindow(time);
        Assert.Equal(1, window.Share(10, 10));
        time.Advance(TimeSpan.FromMinutes(5));
        window.Share(10, 10);
        time.Advance(TimeSpan.FromMinutes(5));
        window.Share(20, 10);

        Assert.Equal(0, window.Share(30, 10));
    }
}
