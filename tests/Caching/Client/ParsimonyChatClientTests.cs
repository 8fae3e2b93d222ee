using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Client;

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

    [Fact]
    public async Task A_stream_that_is_abandoned_is_not_kept()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(FakeModel.Answer("one two three"));
        await foreach (var update in f.Client.GetStreamingResponseAsync(CacheFixture.Question("q")))
        {
            Assert.Equal("one ", update.Text);
            break;
        }

        Assert.Empty(f.Tiers.Items);
        Assert.Equal("one two three ", (await f.StreamAsync("q")).Text);
        Assert.Equal(2, f.Model.Calls);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_not_kept_and_its_exception_comes_through_unchanged()
    {
        var f = new CacheFixture();
        var fault = new InvalidOperationException("model down");
        f.Model.Stream = (_, _) => Broken(fault);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => f.StreamAsync("q"));

        Assert.Same(fault, thrown);
        Assert.Empty(f.Tiers.Items);
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_finish_reason_is_kept_only_where_the_app_says_so()
    {
        var f = new CacheFixture();
        var lenient = new CacheFixture(o => o.CacheStreamsWithoutFinishReason = true);
        f.Model.Stream = lenient.Model.Stream = (_, _) => CutOff();

        await f.StreamAsync("q");
        await lenient.StreamAsync("q");

        Assert.Empty(f.Tiers.Items);
        Assert.Single(lenient.Tiers.Items);
    }

    [Fact]
    public async Task A_client_that_has_given_a_finish_reason_is_held_to_it()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "a")));
        Assert.True(await f.CallsModelAsync("before"));
        Assert.False(await f.CallsModelAsync("before"));
        f.Model.Respond = (_, _, _) => Task.FromResult(FakeModel.Answer("a"));
        await f.StreamAsync("q");
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hal")));

        Assert.True(await f.CallsModelAsync("after"));
        Assert.True(await f.CallsModelAsync("after"));
    }

    [Fact]
    public async Task Streams_are_held_to_what_streams_have_said()
    {
        var f = new CacheFixture(o => o.CacheStreamsWithoutFinishReason = true);
        f.Model.Stream = (_, _) => CutOff();
        await f.CallsModelAsync("whole answers say how they end");

        await f.StreamAsync("a");
        Assert.False(await f.CallsModelAsync("a"));

        f.Model.Stream = null;
        await f.StreamAsync("streams do too, from now on");
        f.Model.Stream = (_, _) => CutOff();
        await f.StreamAsync("b");
        Assert.True(await f.CallsModelAsync("b"));
    }

    [Fact]
    public async Task The_models_exception_comes_through_unchanged()
    {
        var f = new CacheFixture();
        var fault = new InvalidOperationException("model down");
        f.Model.Respond = (_, _, _) => throw fault;

        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(() => f.Client.GetResponseAsync(CacheFixture.Question("q"))));
    }

    [Fact]
    public async Task The_scope_attached_to_the_options_keeps_tenants_apart_and_does_not_reach_the_model()
    {
        var f = new CacheFixture();
        var options = new ChatOptions { Temperature = 0.5f }.WithCallScope(new CallScope { Tenant = "a" }).WithCacheTags("t");

        Assert.True(await f.CallsModelAsync("q", options));
        Assert.Null(f.Model.LastOptions!.AdditionalProperties);
        Assert.Equal(0.5f, f.Model.LastOptions.Temperature);
        Assert.Equal("a", f.Model.LastScope!.Tenant);
        Assert.NotNull(options.AdditionalProperties);
        Assert.False(await f.CallsModelAsync("q", options));
        Assert.True(await f.CallsModelAsync("q", new ChatOptions { Temperature = 0.5f }.WithCallScope(new CallScope { Tenant = "b" })));
    }

    [Fact]
    public async Task Options_without_anything_of_ours_reach_the_model_as_they_are()
    {
        var f = new CacheFixture();
        var options = new ChatOptions { AdditionalProperties = new() { ["a"] = 1 } };
        await f.CallsModelAsync("q", options);

        Assert.Same(options, f.Model.LastOptions);
    }

    [Fact]
    public async Task The_ambient_scope_keeps_users_apart()
    {
        var f = new CacheFixture();
        foreach (var user in new[] { "a", "b" })
        {
            using (CallScope.Begin(new CallScope { User = user }))
            {
                Assert.True(await f.CallsModelAsync("q"));
                Assert.False(await f.CallsModelAsync("q"));
            }
        }
    }

    [Fact]
    public async Task Clients_of_two_models_share_a_cache_and_no_answer()
    {
        var f = new CacheFixture();
        using var one = new FakeModel("one") { Metadata = new("fake", null, "model-1") };
        using var other = new FakeModel("other") { Metadata = new("fake", null, "model-2") };

        using var ambient = CallScope.Begin(new CallScope { Model = "of the caller around" });

        Assert.Equal("one", (await new ParsimonyChatClient(one, f.Cache).GetResponseAsync("q")).Text);
        Assert.Equal("other", (await new ParsimonyChatClient(other, f.Cache).GetResponseAsync("q")).Text);
    }

    [Fact]
    public async Task Two_clients_in_a_row_look_the_call_up_once()
    {
        var f = new CacheFixture();
        var outer = new ParsimonyChatClient(f.Client, f.Cache);

        await outer.GetResponseAsync("q");
        await outer.GetStreamingResponseAsync("r").ToListAsync();

        Assert.Equal((2, 2L), (f.Model.Calls, f.Cache.Statistics.Lookups));
    }

    [Fact]
    public async Task The_gate_is_asked_once_before_anything_else_and_its_refusal_is_thrown()
    {
        var f = new CacheFixture();
        var gate = new Gate();
        using var client = new ParsimonyChatClient(new ParsimonyChatClient(f.Model, f.Cache, gate), f.Cache, gate);
        await client.GetResponseAsync("q");
        Assert.Equal((1, 1), (gate.Entered, gate.Left));
        gate.Fault = new AgentThrottledException("a", "limit", TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<AgentThrottledException>(() => client.GetResponseAsync("q"));
        await Assert.ThrowsAsync<AgentThrottledException>(() => client.GetStreamingResponseAsync("q").ToListAsync().AsTask());
    }

    [Fact]
    public async Task A_broken_gate_stops_nobody()
    {
        var f = new CacheFixture();
        using var client = new ParsimonyChatClient(f.Model, f.Cache, new Gate { Fault = new InvalidOperationException() });

        Assert.Equal("answer", (await client.GetResponseAsync("q")).Text);
    }

    [Fact]
    public void The_client_gives_its_cache_to_who_asks()
    {
        var f = new CacheFixture();

        Assert.Same(f.Cache, f.Client.GetService(typeof(ResponseCache)));
        Assert.Same(f.Client, f.Client.GetService(typeof(ParsimonyChatClient)));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Broken(Exception fault)
    {
        yield return new ChatResponseUpdate(ChatRole.Assistant, "one ");
        await Task.Yield();
        throw fault;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> CutOff()
    {
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Once upon a");
    }

    private sealed class Gate : IAgentGate, IDisposable
    {
        public int Entered { get; private set; }

        public int Left { get; private set; }

        public Exception? Fault { get; set; }

        public ValueTask<IDisposable> EnterAsync(CallScope scope, CancellationToken cancellationToken)
        {
            if (Fault is { } fault)
            {
                throw fault;
            }

            Entered++;
            return new(this);
        }

        public void Dispose() => Left++;
    }
}
