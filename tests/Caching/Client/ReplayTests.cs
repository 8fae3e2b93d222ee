using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Client;

public sealed class ReplayTests
{
    [Fact]
    public async Task A_replayed_answer_has_fresh_ids_and_times_and_costs_nothing()
    {
        var f = new CacheFixture();
        var first = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var second = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var third = await f.Client.GetResponseAsync(CacheFixture.Question("q"));

        Assert.Equal(first.Text, second.Text);
        Assert.Equal("fake-1", second.ModelId);
        Assert.Equal(ChatFinishReason.Stop, second.FinishReason);
        Assert.Equal(3, new[] { first.ResponseId, second.ResponseId, third.ResponseId }.Distinct().Count());
        Assert.Equal(3, new[] { first, second, third }.Select(r => r.Messages[0].MessageId).Distinct().Count());
        Assert.Equal(f.Clock.GetUtcNow(), second.CreatedAt);
        Assert.Equal(0, second.Usage!.TotalTokenCount);
        Assert.Equal(15, first.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task A_replayed_answer_names_its_entry_and_tier_and_the_models_own_answer_is_left_alone()
    {
        var f = new CacheFixture();
        var first = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var second = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var updates = await f.Client.GetStreamingResponseAsync(CacheFixture.Question("q")).ToListAsync();

        Assert.Null(first.AdditionalProperties);
        var id = Assert.IsType<string>(second.AdditionalProperties![CachedAnswer.EntryProperty]);
        Assert.Equal("L1", second.AdditionalProperties[CachedAnswer.TierProperty]);
        Assert.All(updates, u => Assert.Equal(id, u.AdditionalProperties![CachedAnswer.EntryProperty]));
    }

    [Fact]
    public async Task What_one_caller_changes_no_other_caller_sees()
    {
        var f = new CacheFixture();
        var first = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        first.Messages[0].Contents[0] = new TextContent("changed");
        var second = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        second.Messages.Clear();

        Assert.Equal("answer", (await f.Client.GetResponseAsync(CacheFixture.Question("q"))).Text);
    }

    [Fact]
    public async Task A_replayed_tool_turn_has_fresh_call_ids_that_still_belong_together()
    {
        var f = new CacheFixture(o => o.PureTools.Add("f"));
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(
        [
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call-1", "f")]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("call-1", "r")]),
            new ChatMessage(ChatRole.Assistant, "a"),
        ]));

        await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var second = await f.Client.GetResponseAsync(CacheFixture.Question("q"));
        var third = await f.Client.GetResponseAsync(CacheFixture.Question("q"));

        Assert.Equal(1, f.Model.Calls);
        var ids = new[] { second, third }.Select(r => (
            Call: r.Messages[0].Contents.OfType<FunctionCallContent>().Single().CallId,
            Result: r.Messages[1].Contents.OfType<FunctionResultContent>().Single().CallId)).ToList();
        Assert.All(ids, i => Assert.Equal(i.Call, i.Result));
        Assert.Equal(3, ids.Select(i => i.Call).Append("call-1").Distinct().Count());
    }

    [Fact]
    public async Task A_stream_replays_the_content_types_of_the_first_one()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(
            ChatRole.Assistant, [new TextReasoningContent("hm"), new TextContent("a"), new DataContent(new byte[] { 1 }, "image/png")])));
        await f.Client.GetResponseAsync(CacheFixture.Question("q"));

        var contents = (await f.Client.GetStreamingResponseAsync(CacheFixture.Question("q")).ToListAsync()).SelectMany(u => u.Contents).ToList();

        Assert.Equal(
            [typeof(TextReasoningContent), typeof(TextContent), typeof(DataContent)],
            contents.Where(c => c is not UsageContent).Select(c => c.GetType()));
    }
}
