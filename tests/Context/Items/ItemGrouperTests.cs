using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Items;

public class ItemGrouperTests
{
    [Fact]
    public void Each_message_makes_an_item_of_its_kind() =>
        Assert.Equal(
            ["System 0", "System 1", "Turn 2", "Turn 3", "Document 4"],
            Group(Instructions("a"), Developer("b"), User("c"), Assistant("d"), ContextDocument.Create("e")));

    [Fact]
    public void A_call_and_its_result_are_one_item_whatever_stands_between() =>
        Assert.Equal(
            ["Turn 0", "ToolGroup 1,3", "Turn 2", "Turn 4"],
            Group(User("a"), Calls("x"), Assistant("one moment"), Result("x", "r"), Assistant("done")));

    [Fact]
    public void Parallel_calls_are_one_item_with_all_their_result_messages() =>
        Assert.Equal(["ToolGroup 0,1,2", "Turn 3"], Group(Calls("x", "y"), Result("y", "1"), Result("x", "2"), Assistant("done")));

    [Fact]
    public void A_message_with_the_results_of_several_calls_joins_them() =>
        Assert.Equal(
            ["ToolGroup 0,1,2"],
            Group(Calls("x"), Calls("y"), new ChatMessage(ChatRole.Tool, [new FunctionResultContent("x", 1), new FunctionResultContent("y", 2)])));

    [Fact]
    public void A_result_belongs_to_the_newest_call_of_its_id() =>
        Assert.Equal(["ToolGroup 0,1", "Turn 2", "ToolGroup 3,4"], Group(Calls("0"), Result("0", "a"), User("b"), Calls("0"), Result("0", "c")));

    [Fact]
    public void Reasoning_goes_with_the_call_it_led_to() =>
        Assert.Equal(
            ["Turn 0", "ToolGroup 1,2,3"],
            Group(User("a"), new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("hm")]), Calls("x"), Result("x", "r")));

    [Fact]
    public void An_approval_goes_with_its_request_and_its_call()
    {
        var call = new FunctionCallContent("x", "pay");
        var request = new ToolApprovalRequestContent("r", call);
        Assert.Equal(
            ["ToolGroup 0,1,2,3"],
            Group(new(ChatRole.Assistant, [request]), new(ChatRole.User, [request.CreateResponse(true)]), new(ChatRole.Assistant, [call]), Result("x", "paid")));
    }

    [Fact]
    public void Calls_without_results_and_results_without_calls_are_incomplete() =>
        Assert.Equal(
            ["ToolGroup 0 !", "ToolGroup 1,2 !", "ToolGroup 3 !", "ToolGroup 4,5"],
            Group(Calls("lost"), Calls("x", "y"), Result("x", "1"), Result("never", "2"), Calls("z"), Result("z", "3")));

    [Fact]
    public void A_call_that_the_service_ran_itself_needs_no_result() =>
        Assert.Equal(["ToolGroup 0"], Group(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("x", "search") { InformationalOnly = true }])));

    [Fact]
    public void A_tool_message_without_a_result_we_can_read_goes_with_the_one_before_it() =>
        Assert.Equal(
            ["ToolGroup 0,1,2", "Turn 3", "ToolGroup 4 !"],
            Group(Calls("x"), Result("x", "1"), new(ChatRole.Tool, "more"), User("a"), new(ChatRole.Tool, "alone")));

    private static IEnumerable<string> Group(params ChatMessage[] messages) =>
        ItemGrouper.Group(messages).Select(i => $"{i.Kind} {string.Join(',', i.MessageIndexes)}{(i.IsIncomplete ? " !" : "")}");
}
