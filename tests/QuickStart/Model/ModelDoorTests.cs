using Microsoft.Extensions.AI;
using Parsimony.Context;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests.Model;

public class ModelDoorTests
{
    private static readonly ChatMessage[] Request = [new(ChatRole.User, "one two three")];

    [Fact]
    public async Task Each_reply_tells_which_message_it_was_made_for()
    {
        using var door = new ModelDoor(new ScriptedChatClient("yes"), budget: null);

        door.BeginTurn("first");
        var first = await door.GetResponseAsync(Request);
        door.BeginTurn("second");
        var second = await door.GetResponseAsync(Request);

        Assert.Equal("yes (case 1)", first.Text);
        Assert.Equal(("first", "second"), (door.MadeFor(first.Text), door.MadeFor(second.Text)));
        Assert.Null(door.MadeFor("yes"));
        Assert.Null(door.MadeFor("yes (case 3)"));
    }

    [Fact]
    public async Task The_stamp_comes_before_the_end_of_the_reply()
    {
        using var door = new ModelDoor(new ScriptedChatClient("yes"), budget: null);
        door.BeginTurn("a");

        var updates = await door.GetStreamingResponseAsync(Request).ToListAsync();

        Assert.Equal("yes (case 1)", string.Concat(updates.Select(update => update.Text)));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.Single(updates.ToChatResponse().Messages);
    }

    [Fact]
    public async Task A_model_that_names_no_end_is_stamped_all_the_same()
    {
        using var door = new ModelDoor(new ScriptedChatClient("yes", finish: null), budget: null);
        door.BeginTurn("a");

        Assert.Equal("yes (case 1)", (await door.GetResponseAsync(Request)).Text);
    }

    [Fact]
    public async Task A_turn_counts_its_own_calls_and_tokens()
    {
        using var door = new ModelDoor(new ScriptedChatClient("yes", replyTokens: 5), budget: null);
        var tokens = new ChatTokenCounter(TokenCounter.O200kBase).CountRequest(Request, options: null);
        door.BeginTurn("a");
        await door.GetResponseAsync(Request);
        await door.GetResponseAsync(Request);
        var twice = door.Turn;
        door.BeginTurn("b");

        Assert.Equal((2, 2 * tokens, 10), (twice.Calls, twice.PromptTokens, twice.ReplyTokens));
        Assert.Equal((0, 0, 0), (door.Turn.Calls, door.Turn.PromptTokens, door.Turn.ReplyTokens));
    }

    [Fact]
    public async Task A_request_above_the_budget_is_named_and_one_at_it_is_not()
    {
        var tokens = new ChatTokenCounter(TokenCounter.O200kBase).CountRequest(Request, options: null);
        using var exact = new ModelDoor(new ScriptedChatClient("yes"), tokens);
        using var tight = new ModelDoor(new ScriptedChatClient("yes"), tokens - 1);

        await exact.GetResponseAsync(Request);
        await tight.GetResponseAsync(Request);

        Assert.Empty(exact.Exceeded);
        Assert.Equal($"call 1 has {tokens} prompt tokens; the budget is {tokens - 1}", Assert.Single(tight.Exceeded));
    }
}
