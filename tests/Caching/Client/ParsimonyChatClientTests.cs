namespace Parsimony.Caching.Tests;

public sealed class ParsimonyChatClientTests
{
    [Fact]
    public async Task The_second_equal_call_is_answered_without_the_model()
    {
        var f = new CacheFixture();

        Assert.True(await f.CallsModelAsync("How do I top up?"));
        Assert.False(await f.CallsModelAsync("How do I top up?"));
        Assert.True(await f.CallsModelAsync("How do I pay?"));
    }

    [Fact]
    public async Task Streaming_and_non_streaming_calls_share_entries()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(FakeModel.Answer("one two three"));

        var streamed = await f.StreamAsync("q");
        var whole = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        Assert.Equal(streamed.Text, whole.Text);
        await f.Client.GetResponseAsync(CacheFixture.Question("r"));
        Assert.Equal("one two three", (await f.StreamAsync("r")).Text);
        Assert.Equal(2, f.Model.Calls);
    }
}
