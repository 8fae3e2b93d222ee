using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Faults;

/// <summary>Whatever fails of ours, the call still reaches the model.</summary>
public sealed class FaultTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";

    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);

    public void Dispose() => embeddings.Dispose();

    [Fact]
    public async Task A_store_that_throws_is_a_miss_and_is_said_once()
    {
        var f = new CacheFixture(embeddings: embeddings);
        f.Tiers.Fault = new IOException("disk gone");

        Assert.Equal("answer", (await f.Client.GetResponseAsync("q")).Text);
        Assert.Equal("answer ", (await f.StreamAsync("q")).Text);
        Assert.Equal(2, f.Model.Calls);
        Assert.Single(f.Logger.Entries, e => e.Message.Contains("cache.read", StringComparison.Ordinal));
        Assert.DoesNotContain(f.Logger.Entries, e => e.Message.Contains("disk gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_throws_still_lets_equal_calls_share_one_answer()
    {
        var f = new CacheFixture();
        f.Tiers.Fault = new IOException();
        var answer = new TaskCompletionSource<ChatResponse>();
        f.Model.Respond = (_, _, _) => answer.Task;
        var callers = Enumerable.Range(0, 10).Select(_ => f.Client.GetResponseAsync("q")).ToList();
        answer.SetResult(FakeModel.Answer("a"));

        Assert.All(await Task.WhenAll(callers), a => Assert.Equal("a", a.Text));
        Assert.Equal(1, f.Model.Calls);
    }

    [Fact]
    public async Task A_damaged_entry_is_a_miss_and_is_removed_and_counted()
    {
        var f = new CacheFixture();
        await f.StoreAsync("q", "a");
        var (key, item) = f.Tiers.Items.Single();
        var damaged = item.Payload.ToArray();
        damaged[^1] ^= 1;
        f.Tiers.Items[key] = item with { Payload = damaged };

        Assert.Null(await f.GetAsync("q"));
        Assert.Empty(f.Tiers.Items);
        Assert.Equal(1, f.Cache.Statistics.Corrupt);
    }

    [Fact]
    public async Task An_entry_of_a_foreign_format_is_a_miss()
    {
        var f = new CacheFixture();
        await f.StoreAsync("q", "a");
        var (key, item) = f.Tiers.Items.Single();
        f.Tiers.Items[key] = item with { Payload = "{\"answer\":\"a\"}"u8.ToArray() };

        Assert.Null(await f.GetAsync("q"));
    }

    [Fact]
    public async Task An_entry_under_a_foreign_key_is_never_served()
    {
        var f = new CacheFixture();
        await f.StoreAsync("q", "a");
        await f.StoreAsync("r", "b");
        var keys = f.Tiers.Items.Keys.ToList();
        (f.Tiers.Items[keys[0]], f.Tiers.Items[keys[1]]) = (f.Tiers.Items[keys[1]], f.Tiers.Items[keys[0]]);

        Assert.Null(await f.GetAsync("q"));
        Assert.Null(await f.GetAsync("r"));
    }

    [Fact]
    public async Task A_generator_that_is_down_is_left_alone_for_a_while_and_then_tried_again()
    {
        var f = new CacheFixture(embeddings: embeddings);
        embeddings.Instead = _ => throw new HttpRequestException();
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await f.CallsModelAsync("question " + (char)('a' + i)));
        }

        Assert.Equal(3, embeddings.Calls);
        f.Clock.Advance(TimeSpan.FromSeconds(30));
        embeddings.Instead = null;
        Assert.True(await f.CallsModelAsync(Question));
        Assert.False(await f.CallsModelAsync(OtherWords));
    }

    [Fact]
    public async Task A_slow_generator_is_not_waited_for()
    {
        var f = new CacheFixture(embeddings: embeddings);
        var never = new TaskCompletionSource<float[]>();
        var gaveUp = false;
        embeddings.Instead = token =>
        {
            token.Register(() => gaveUp = true);
            return never.Task;
        };
        var call = f.Client.GetResponseAsync("q");
        Assert.False(call.IsCompleted);
        f.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("answer", (await call.WaitAsync(TimeSpan.FromSeconds(30))).Text);
        Assert.True(gaveUp);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0f)]
    public async Task A_vector_without_a_direction_is_not_used(float component)
    {
        var f = new CacheFixture(embeddings: embeddings);
        embeddings.Instead = _ => Task.FromResult(Enumerable.Repeat(component, 64).ToArray());

        Assert.True(await f.CallsModelAsync(Question));
        Assert.True(await f.CallsModelAsync(OtherWords));
    }

    [Fact]
    public async Task A_vector_of_another_width_than_before_is_not_used()
    {
        var f = new CacheFixture(embeddings: embeddings);
        Assert.True(await f.CallsModelAsync(Question));
        embeddings.Width = 32;

        Assert.True(await f.CallsModelAsync(OtherWords));
    }

    [Fact]
    public async Task An_event_handler_that_throws_does_not_reach_the_caller()
    {
        var f = new CacheFixture();
        f.Cache.Hit += (_, _) => throw new InvalidOperationException();
        await f.StoreAsync("q", "a");

        Assert.Equal("a", (await f.Client.GetResponseAsync("q")).Text);
    }

    [Fact]
    public async Task A_tool_that_throws_when_it_is_read_only_switches_the_cache_off()
    {
        var f = new CacheFixture();
        var options = new ChatOptions { Tools = [new ThrowingTool()] };

        Assert.True(await f.CallsModelAsync("q", options));
        Assert.Equal(1, f.Cache.Statistics.Bypasses[BypassReason.Fault]);
    }

    [Fact]
    public async Task The_callers_own_cancellation_comes_through()
    {
        var f = new CacheFixture();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await f.Cache.TryGetAsync(f.Plan("q"), new CancellationToken(canceled: true)));
    }

    private sealed class ThrowingTool : AITool
    {
        public override string Name => throw new NotSupportedException();
    }
}
