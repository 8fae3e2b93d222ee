using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

public class ChatTokenCounterTests
{
    private static readonly ChatTokenCounter Counter = new(TokenCounter.O200kBase, "gpt-4o");

    [Fact]
    public void A_message_is_three_and_its_role_and_its_text()
        => Assert.Equal(3 + 1 + 2, Counter.CountMessage(new ChatMessage(ChatRole.User, "hello world")));

    [Fact]
    public void A_name_is_one_and_its_text()
        => Assert.Equal(3 + 1 + 2 + 1 + 1, Counter.CountMessage(new ChatMessage(ChatRole.User, "hello world") { AuthorName = "bob" }));

    [Fact]
    public void A_request_is_its_messages_and_three_for_the_reply()
    {
        ChatMessage[] messages = [new(ChatRole.System, "hello"), new(ChatRole.User, "hello world")];
        Assert.Equal(5 + 6, Counter.CountMessages(messages));
        Assert.Equal(5 + 6 + 3, Counter.CountRequest(messages, null));
        Assert.Equal(0, Counter.CountTools(null));
        Assert.Equal(0, Counter.CountTools(new ChatOptions()));
    }

    [Fact]
    public void Parts_of_a_message_add_up()
        => Assert.Equal(3 + 1 + 1 + 1, Counter.CountMessage(new ChatMessage(ChatRole.User, [new TextContent("hello"), new TextContent("world")])));

    [Fact]
    public void Instructions_count_as_the_system_message_they_are_sent_as()
        => Assert.Equal(
            Counter.CountRequest([new(ChatRole.System, "be brief"), new(ChatRole.User, "hello")], null),
            Counter.CountRequest([new(ChatRole.User, "hello")], new ChatOptions { Instructions = "be brief" }));

    [Fact]
    public void A_call_counts_its_name_and_the_json_of_its_arguments()
    {
        var arguments = new Dictionary<string, object?> { ["city"] = "Paris", ["days"] = 3 };
        var call = new FunctionCallContent("id", "get_weather", arguments);

        // The connectors' own options: what they send is what is charged.
        var sent = JsonSerializer.Serialize(arguments, AIJsonUtilities.DefaultOptions);
        var expected = 3 + 1 + 3 + TokenCounter.O200kBase.Count("get_weather") + TokenCounter.O200kBase.Count(sent);
        Assert.Equal(expected, Counter.CountMessage(new ChatMessage(ChatRole.Assistant, [call])));
    }

    [Fact]
    public void A_result_that_is_no_string_counts_as_the_json_it_is_sent_as()
    {
        var result = JsonElement.Parse("""{"a":[1,2]}""");
        var sent = JsonSerializer.Serialize(result, AIJsonUtilities.DefaultOptions);
        var asText = Counter.CountMessage(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("id", sent)]));
        Assert.Equal(asText, Counter.CountMessage(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("id", result)])));
    }

    [Fact]
    public void Results_in_one_message_count_as_the_messages_they_are_sent_as()
    {
        var one = new FunctionResultContent("1", "sunny");
        var two = new FunctionResultContent("2", "rain later");
        Assert.Equal(
            Counter.CountMessages([new(ChatRole.Tool, [one]), new(ChatRole.Tool, [two])]),
            Counter.CountMessage(new ChatMessage(ChatRole.Tool, [one, two])));
    }

    [Fact]
    public void Reasoning_counts_and_usage_does_not()
    {
        var plain = Counter.CountMessage(new ChatMessage(ChatRole.Assistant, "yes"));
        Assert.True(Counter.CountMessage(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("because"), new TextContent("yes")])) > plain);
        Assert.Equal(plain, Counter.CountMessage(new ChatMessage(ChatRole.Assistant, [new TextContent("yes"), new UsageContent(new UsageDetails())])));
    }

    [Fact]
    public void Tools_and_messages_counted_apart_are_never_less_than_the_request()
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string city, int days) => days, "forecast", "The weather to come.")] };
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (system, user) =>
        {
            ChatMessage[] messages = [new(ChatRole.System, system.Get), new(ChatRole.User, user.Get)];
            var apart = Counter.CountMessages(messages) + Counter.CountTools(options) + ChatTokenCounter.ReplyPriming;
            return Counter.CountRequest(messages, options) is var request && request <= apart && request > apart - 8;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_schema_for_the_reply_counts()
    {
        var schema = JsonElement.Parse("""{"type":"object","properties":{"answer":{"type":"string"}}}""");
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "reply") };
        Assert.True(Counter.CountTools(options) > TokenCounter.O200kBase.Count(schema.GetRawText()));
        Assert.Equal(0, Counter.CountTools(new ChatOptions { ResponseFormat = ChatResponseFormat.Json }));
    }
}
