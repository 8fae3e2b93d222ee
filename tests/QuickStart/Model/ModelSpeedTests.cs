using Parsimony.QuickStart.Model;
using Parsimony.Testing;

namespace Parsimony.QuickStart.Tests.Model;

public class ModelSpeedTests
{
    [Fact]
    public void A_large_prompt_and_a_long_reply_take_seconds_in_life()
    {
        Assert.Equal(2.5 + 1, ModelSpeed.Seconds(25_000, 80), precision: 9);
    }

    [Fact]
    public void A_reply_is_due_when_its_tokens_are()
    {
        var time = new ManualTimeProvider();
        var pace = new ModelSpeed(10).Begin(time);

        var waiting = pace.WaitAsync(25_000, 80, CancellationToken.None);
        time.Advance(TimeSpan.FromMilliseconds(349));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public void Delays_too_short_to_wait_for_add_up()
    {
        var time = new ManualTimeProvider();
        var pace = new ModelSpeed(1).Begin(time);
        for (var token = 1; token <= 9; token++)
        {
            Assert.True(pace.WaitAsync(1, 0, CancellationToken.None).IsCompleted);
        }

        Assert.False(pace.WaitAsync(1, 0, CancellationToken.None).IsCompleted);
    }
}
